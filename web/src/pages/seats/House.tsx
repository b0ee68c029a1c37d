import { useEffect, useMemo, useRef, useState } from 'react';
import type { EventDetail } from '../../api/types';
import { useSaleState } from '../../app/clock';
import { heldIn } from '../../app/heldSeats';
import { useMedia } from '../../app/media';
import { navigate } from '../../app/navigation';
import { to } from '../../app/routes';
import type { Plan, SeatFilter, SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { Drawer, WIDE } from './Drawer';
import { seatIndexes, sum, useHolding, zonesOf } from './holding';
import { Legend } from './Legend';
import { LiveSign } from './LiveSign';
import { News, hasNews } from './News';
import { Panel } from './Panel';
import { SeatList } from './SeatList';
import { useHeldHere } from './useHeldHere';
import { useSeatMap } from './useSeatMap';

/** The map, the same house as a list, and the panel beside them. */
export function House({ event, plan }: { event: EventDetail; plan: Plan }) {
  const zones = useMemo(() => zonesOf(event, plan), [event, plan]);
  const prices = useMemo(() => zones.map((zone) => zone?.total ?? null), [zones]);
  const sale = useSaleState(event);
  const canBuy = sale === 'open' || sale === 'soldOut';
  const { host, state } = useSeatMap(event, plan, prices, canBuy);
  const { map } = state;
  const holding = useHolding(event, plan, map);
  const { mine, lapsed } = useHeldHere(event.id);
  const isWide = useMedia(WIDE);
  const [view, setView] = useState<'map' | 'list'>('map');
  const [filter, setFilter] = useState<SeatFilter>({});
  const shell = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (map) map.setMine(mine ? seatIndexes(mine, map) : []);
  }, [map, mine?.holdId]);
  useSaidOpening(canBuy, map);
  useEffect(() => map?.setFilter(filter), [map, filter]);

  const picked = map ? [...map.model.selection.picked].map((seat) => map.card(seat)) : [];
  const goOn = async () => {
    if (await holding.holdPicked()) pay();
  };
  const pay = () => {
    const now = heldIn(event.id);
    if (now) navigate(to.checkout(now.holdId, event.id));
  };
  const news = map && (lapsed || hasNews(map, state, holding)) ? <News map={map} state={state} holding={holding} mine={mine} lapsed={lapsed} canBuy={canBuy} /> : null;
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
      <Drawer toast={isWide ? null : news} hasNews={news !== null} map={map} attention={state.card?.seat ?? null} held={mine} picked={picked.length} total={sum(picked)} busy={holding.busy} onGoOn={() => void goOn()} onPay={pay}>
        <Panel event={event} sale={sale} plan={plan} zones={zones} news={isWide ? news : null} state={state} holding={holding} mine={mine} picked={picked} filter={filter} onFilter={setFilter} canBuy={canBuy} onGoOn={() => void goOn()} onPay={pay} />
      </Drawer>
    </div>
  );
}

/** Whoever waits at the map by ear hears that the sale has opened. */
function useSaidOpening(canBuy: boolean, map: SeatMap | null) {
  const before = useRef(canBuy);
  useEffect(() => {
    if (canBuy && !before.current) map?.announce('The sale is open. You can choose your seats.');
    before.current = canBuy;
  }, [canBuy, map]);
}
