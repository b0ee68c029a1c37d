import { useEffect, useMemo, useRef, useState } from 'react';
import type { EventDetail } from '../../api/types';
import { useHeld } from '../../app/heldSeats';
import { navigate } from '../../app/navigation';
import { to } from '../../app/routes';
import type { Plan, SeatFilter } from '../../map';
import { Icon } from '../../parts/Icon';
import { saleState } from '../../words/sale';
import { Drawer } from './Drawer';
import { seatIndexes, sum, useHolding, zonesOf } from './holding';
import { Legend } from './Legend';
import { LiveSign } from './LiveSign';
import { Panel } from './Panel';
import { SeatList } from './SeatList';
import { useSeatMap } from './useSeatMap';

/** The map, the same house as a list, and the panel beside them. */
export function House({ event, plan }: { event: EventDetail; plan: Plan }) {
  const zones = useMemo(() => zonesOf(event, plan), [event, plan]);
  const prices = useMemo(() => zones.map((zone) => zone?.total ?? null), [zones]);
  const canBuy = saleState(event) === 'open' || saleState(event) === 'soldOut';
  const { host, state } = useSeatMap(event, plan, prices, canBuy);
  const { map } = state;
  const holding = useHolding(event, plan, map);
  const held = useHeld();
  const mine = held?.eventId === event.id ? held : null;
  const [view, setView] = useState<'map' | 'list'>('map');
  const [filter, setFilter] = useState<SeatFilter>({});
  const shell = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (map) map.setMine(mine ? seatIndexes(mine, map) : []);
  }, [map, mine?.holdId]);
  useEffect(() => map?.setFilter(filter), [map, filter]);

  const picked = map ? [...map.model.selection.picked].map((seat) => map.card(seat)) : [];
  const goOn = async () => {
    if (await holding.holdPicked()) pay();
  };
  const pay = () => {
    const now = JSON.parse(localStorage.getItem('cavea.held') ?? 'null') as { holdId: string } | null;
    if (now) navigate(to.checkout(now.holdId, event.id));
  };
  return (
    <div className="house" ref={shell}>
      <div className="house-view">
        <div className="house-bar">
          <div className="switch" role="group" aria-label="Show the house as">
            <button type="button" aria-pressed={view === 'map'} onClick={() => setView('map')}>
              <Icon name="map" />
              Map
            </button>
            <button type="button" aria-pressed={view === 'list'} onClick={() => setView('list')}>
              <Icon name="list" />
              List
            </button>
          </div>
          <Legend zones={zones} map={map} filter={filter} onFilter={setFilter} />
          <LiveSign live={state.live} />
        </div>
        <div className="house-stage">
          <div className={`house-map ${view === 'map' ? '' : 'away'}`} ref={host} />
          {view === 'list' && map && <SeatList map={map} plan={plan} round={state.round} canBuy={canBuy && !mine} />}
        </div>
      </div>
      <Drawer map={map} attention={state.card?.seat ?? null} held={mine} picked={picked.length} total={sum(picked)} busy={holding.busy} onGoOn={() => void goOn()} onPay={pay}>
        <Panel event={event} plan={plan} zones={zones} state={state} holding={holding} mine={mine} picked={picked} filter={filter} onFilter={setFilter} canBuy={canBuy} onGoOn={() => void goOn()} onPay={pay} />
      </Drawer>
    </div>
  );
}
