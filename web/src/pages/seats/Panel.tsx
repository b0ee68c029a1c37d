import type { ReactNode } from 'react';
import type { EventDetail, Zone } from '../../api/types';
import type { HeldSeats } from '../../app/heldSeats';
import type { Plan, SeatCard, SeatFilter } from '../../map';
import { useNow } from '../../app/clock';
import { Notice } from '../../parts/parts';
import type { SaleState } from '../../words/sale';
import { countdown, relative } from '../../words/when';
import { Areas } from './Areas';
import { BestAvailable } from './BestAvailable';
import { Filters } from './Filters';
import { Held } from './Held';
import type { Holding } from './holding';
import { Picked } from './Picked';
import { SeatView } from './SeatView';
import { Sections } from './Sections';
import type { SeatMapState } from './useSeatMap';

export interface PanelProps {
  event: EventDetail;
  sale: SaleState;
  plan: Plan;
  zones: (Zone | null)[];
  state: SeatMapState;
  holding: Holding;
  mine: HeldSeats | null;
  /** What has just happened, where the panel is the place to say it. */
  news: ReactNode;
  picked: SeatCard[];
  filter: SeatFilter;
  onFilter: (filter: SeatFilter) => void;
  canBuy: boolean;
  onGoOn: () => void;
  onPay: () => void;
}

/** What stands beside the map, most pressing first. */
export function Panel(props: PanelProps) {
  const { event, sale, plan, zones, state, holding, mine, picked, filter, onFilter, canBuy } = props;
  const { map } = state;
  if (!map) return null;
  return (
    <>
      {!canBuy && <NotNow event={event} sale={sale} />}
      {props.news}
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

function NotNow({ event, sale }: { event: EventDetail; sale: SaleState }) {
  if (sale === 'upcoming') return <Upcoming at={event.onSaleAt ?? event.rules.onSaleAt ?? event.startsAt} zone={event.venue.timeZone} />;
  return <Notice title="Not on sale right now.">You can look at the seats in the meantime.</Notice>;
}

const COUNTED_MILLIS = 3_600_000;

function Upcoming({ at, zone }: { at: string; zone: string | null | undefined }) {
  const now = useNow();
  const left = new Date(at).getTime() - now;
  const when = left < COUNTED_MILLIS ? <span className="num">in {countdown(left)}</span> : relative(at, zone, now);
  return (
    <Notice title={<span aria-live="off">The sale opens {when}.</span>}>
      This page opens by itself then. You can look at the seats in the meantime.
    </Notice>
  );
}
