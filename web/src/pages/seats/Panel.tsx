import type { EventDetail, Zone } from '../../api/types';
import type { HeldSeats } from '../../app/heldSeats';
import type { Plan, SeatCard, SeatFilter } from '../../map';
import { Notice, Sorry } from '../../parts/parts';
import { said } from '../../words/problems';
import { saleState } from '../../words/sale';
import { relative } from '../../words/when';
import { Areas } from './Areas';
import { BestAvailable } from './BestAvailable';
import { Filters } from './Filters';
import { Held } from './Held';
import type { Holding } from './holding';
import { Picked } from './Picked';
import { SeatView } from './SeatView';
import { Sections } from './Sections';
import { Taken } from './Taken';
import type { SeatMapState } from './useSeatMap';

export interface PanelProps {
  event: EventDetail;
  plan: Plan;
  zones: (Zone | null)[];
  state: SeatMapState;
  holding: Holding;
  mine: HeldSeats | null;
  picked: SeatCard[];
  filter: SeatFilter;
  onFilter: (filter: SeatFilter) => void;
  canBuy: boolean;
  onGoOn: () => void;
  onPay: () => void;
}

/** What stands beside the map, most pressing first. */
export function Panel(props: PanelProps) {
  const { event, plan, zones, state, holding, mine, picked, filter, onFilter, canBuy } = props;
  const { map } = state;
  if (!map) return null;
  const nameOf = (id: string) => {
    const seat = map.seat(id);
    if (seat < 0) return id;
    const card = map.card(seat);
    return `${card.section}, row ${card.row} ${card.number}`;
  };
  const held = mine ? (mine.area?.quantity ?? mine.seats.length) : 0;
  return (
    <>
      {!canBuy && <NotNow event={event} />}
      {state.taken.length > 0 && <Taken map={map} state={state} others={picked.length} />}
      {holding.problem !== null && holding.problem !== undefined && state.taken.length === 0 && <Sorry words={said(holding.problem, { held, nameOf })} />}
      {state.card && <SeatView card={state.card} zone={zones[state.card.zone] ?? null} state={state} canBuy={canBuy} held={mine} />}
      {mine ? (
        <Held held={mine} busy={holding.busy} onPay={props.onPay} onChange={() => void holding.giveBack(true)} onRelease={() => void holding.giveBack(false)} />
      ) : (
        canBuy && <Picked picked={picked} map={map} busy={holding.busy} onGoOn={props.onGoOn} />
      )}
      {canBuy && !mine && <BestAvailable zones={zones} limit={event.rules.maxSeatsPerBuyer ?? 10} holding={holding} />}
      {plan.areas.length > 0 && <Areas plan={plan} zones={zones} map={map} chosen={state.area} holding={holding} canBuy={canBuy && !mine} limit={event.rules.maxSeatsPerBuyer ?? 10} />}
      <Filters zones={zones} filter={filter} onFilter={onFilter} />
      <Sections map={map} plan={plan} />
    </>
  );
}

function NotNow({ event }: { event: EventDetail }) {
  const upcoming = saleState(event) === 'upcoming';
  return (
    <Notice title={upcoming ? `The sale opens ${relative(event.onSaleAt ?? event.startsAt)}.` : 'Nothing is sold here now.'}>
      You can look at the whole house meanwhile.
    </Notice>
  );
}
