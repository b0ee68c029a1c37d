import { useEffect } from 'react';
import { Problem } from '../../api/problem';
import type { HeldSeats } from '../../app/heldSeats';
import type { SeatMap } from '../../map';
import { Notice, Sorry } from '../../parts/parts';
import { said } from '../../words/problems';
import type { Holding } from './holding';
import { Lapsed } from './Lapsed';
import { Loss } from './Loss';
import type { SeatMapState } from './useSeatMap';

interface NewsProps {
  map: SeatMap;
  state: SeatMapState;
  holding: Holding;
  mine: HeldSeats | null;
  /** Held until a moment ago. */
  lapsed: HeldSeats | null;
  canBuy: boolean;
}

/** What has just happened to the reader's seats. On a wide screen it leads the panel, on a phone it stands above the drawer. */
export function News({ map, state, holding, mine, lapsed, canBuy }: NewsProps) {
  const { mine: ours, picked } = map.model.selection;
  // What another tab of this reader took is nobody's loss.
  const lost = state.lost.filter((seat) => !ours.has(seat)).map((seat) => map.card(seat));
  const held = mine ? (mine.area?.quantity ?? mine.seats.length) : 0;
  const nameOf = (id: string) => {
    const seat = map.seat(id);
    if (seat < 0) return id;
    const card = map.card(seat);
    return `${card.section}, row ${card.row} ${card.number}`;
  };
  // The live connection stands again: that nothing answered is over.
  useEffect(() => {
    if (state.live === 'live' && holding.problem instanceof Problem && holding.problem.status === 0) holding.clear();
  }, [state.live]);
  const hasProblem = holding.problem !== null && holding.problem !== undefined;
  return (
    <>
      {lost.length > 0 && <Loss map={map} state={state} lost={lost} others={picked.size} />}
      {hasProblem && lost.length === 0 && <Sorry words={said(holding.problem, { held, nameOf })} close={holding.clear} />}
      {lapsed && <Lapsed held={lapsed} holding={holding} canBuy={canBuy} />}
      {state.limitWords && <Notice tone="warn" title={state.limitWords} />}
    </>
  );
}

export const hasNews = (map: SeatMap, state: SeatMapState, holding: Holding): boolean =>
  state.lost.some((seat) => !map.model.selection.mine.has(seat)) || Boolean(holding.problem) || state.limitWords !== null;
