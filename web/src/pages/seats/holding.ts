import { useState } from 'react';
import { hold, releaseHold } from '../../api/calls';
import { Problem } from '../../api/problem';
import type { EventDetail, HeldSeat, Hold, HoldWish, Money, Zone } from '../../api/types';
import { dropHeld, giveUp, heldIn, keepHeld } from '../../app/heldSeats';
import type { HeldSeats, PriceLine } from '../../app/heldSeats';
import type { Plan, SeatMap } from '../../map';
import { times } from '../../words/money';
import { placeWords } from '../../words/place';

/** Zones in the plan's order, whatever order the event lists them in. */
export function zonesOf(event: EventDetail, plan: Plan): (Zone | null)[] {
  return plan.zoneNames.map((name, index) => event.zones.find((zone) => zone.name === name) ?? event.zones[index] ?? null);
}

/** `lost`: others have some of the seats, and the map says so; `failed`: anything else. */
type Outcome = 'won' | 'lost' | 'failed';

export interface Holding {
  busy: boolean;
  problem: unknown;
  holdPicked: () => Promise<boolean>;
  holdBest: (best: { count: number; zone?: string; accessible?: boolean }) => Promise<boolean>;
  holdPlaces: (area: string, quantity: number) => Promise<boolean>;
  /** Takes the seats of a hold whose time is over once more. */
  holdAgain: (lapsed: HeldSeats) => Promise<boolean>;
  giveBack: (keepPicked: boolean) => Promise<void>;
  clear: () => void;
}

/** Everything that makes seats ours or gives them back. */
export function useHolding(event: EventDetail, plan: Plan, map: SeatMap | null): Holding {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const zones = zonesOf(event, plan);

  async function take(wish: HoldWish): Promise<Outcome> {
    setBusy(true);
    setProblem(null);
    // Whatever is chosen is on its way: that it turns to held is this reader's doing.
    if (map) map.beginHold('seats' in wish ? seatIndexes(wish, map) : [...map.model.selection.picked]);
    try {
      const before = heldIn(event.id);
      const got = await hold(event.id, wish);
      if (before && before.holdId !== got.holdId) releaseHold(before.holdId).catch(() => undefined);
      if (map) {
        map.setMine(seatIndexes(got, map));
        keepHeld(heldOf(got, event, plan, zones, map));
      }
      return 'won';
    } catch (failure) {
      map?.refuseHold();
      const { taken, yours } = map ? othersAndYours(failure, map) : { taken: [], yours: [] };
      if (yours.length > 0) map?.setMine([...map.model.selection.mine, ...yours]);
      if (taken.length === 0) {
        setProblem(failure);
        return 'failed';
      }
      map?.giveUp(taken);
      return 'lost';
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    problem,
    clear: () => setProblem(null),
    async holdPicked() {
      if (!map) return false;
      return (await take({ seats: [...map.model.selection.picked].map((seat) => map.card(seat).id) })) === 'won';
    },
    async holdBest(best) {
      const won = (await take({ best })) === 'won';
      if (won && map) map.flyTo([...map.model.selection.mine]);
      return won;
    },
    holdPlaces: async (area, quantity) => (await take({ area, quantity })) === 'won',
    async holdAgain({ holdId, area, seats }) {
      const outcome = await take(area ? { area: area.id, quantity: area.quantity } : { seats: seats.map(({ id }) => id) });
      // Those that others have are told as lost; the rest are chosen, for one press more.
      if (outcome === 'lost') dropHeld(holdId);
      return outcome === 'won';
    },
    async giveBack(keepPicked) {
      const held = heldIn(event.id);
      if (!held) return;
      setBusy(true);
      setProblem(null);
      try {
        await releaseHold(held.holdId);
      } catch (failure) {
        if ((failure as { status?: number }).status !== 404) {
          setProblem(failure);
          setBusy(false);
          return;
        }
      }
      if (keepPicked) dropHeld(held.holdId);
      else giveUp(held);
      map?.setMine([]);
      if (keepPicked && map) pickAgain(map, seatIndexes(held, map));
      setBusy(false);
    },
  };
}

/** What the live map says about seats that were given back may take so long. */
const BACK_AFTER_MILLIS = 4000;

/** The seats show free again a moment after they were given back; those that do not, others have. */
function pickAgain(map: SeatMap, seats: number[]): void {
  map.pickOnceFree(seats);
  setTimeout(() => map.giveUpAwaited(), BACK_AFTER_MILLIS);
}

/** Of the seats that could not be held: those that others have, and those that this reader holds already, from another tab or an earlier try. */
function othersAndYours(failure: unknown, map: SeatMap): { taken: number[]; yours: number[] } {
  if (!(failure instanceof Problem) || failure.slug !== 'seats-taken') return { taken: [], yours: [] };
  const yours = seatIndexes({ seats: failure.list('yours') }, map);
  const taken = seatIndexes({ seats: failure.list('taken') }, map).filter((seat) => !yours.includes(seat));
  return { taken, yours };
}

const idOf = (seat: string | HeldSeat): string => (typeof seat === 'string' ? seat : seat.id);

export function seatIndexes(got: { seats: (string | HeldSeat)[] }, map: SeatMap): number[] {
  return got.seats.map((seat) => map.seat(idOf(seat))).filter((seat) => seat >= 0);
}

function heldOf(got: Hold, event: EventDetail, plan: Plan, zones: (Zone | null)[], map: SeatMap): HeldSeats {
  const area = got.area ? plan.areas.find((each) => each.id === got.area) : undefined;
  const cards = seatIndexes(got, map).map((seat) => map.card(seat));
  return {
    holdId: got.holdId,
    eventId: event.id,
    eventName: event.name,
    startsAt: event.startsAt,
    timeZone: event.venue.timeZone ?? null,
    venue: placeWords(event.venue),
    seats: cards.map(({ id, section, row, number, zoneName }) => ({ id, section, row, number, zone: zoneName })),
    area: area ? { id: area.id, name: area.name, quantity: got.quantity ?? 1 } : null,
    lines: area ? areaLines(zones[area.zone] ?? null, area.name, got) : seatLines(cards.map((card) => card.zone), zones),
    total: got.total,
    expiresAt: got.expiresAt,
    extended: false,
  };
}

function seatLines(seats: number[], zones: (Zone | null)[]): PriceLine[] {
  const counts = new Map<number, number>();
  for (const zone of seats) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return [...counts].flatMap(([index, count]) => {
    const zone = zones[index];
    return zone ? [{ words: zone.name, count, price: zone.price, fee: zone.fee, total: times(zone.total, count) }] : [];
  });
}

function areaLines(zone: Zone | null, name: string, got: Hold): PriceLine[] {
  const count = got.quantity ?? 1;
  return [{ words: name, count, price: zone?.price ?? null, fee: zone?.fee ?? null, total: got.total }];
}

export function sum(cards: readonly { price: Money | null }[]): Money | null {
  const prices = cards.flatMap(({ price }) => (price ? [price] : []));
  const currency = prices[0]?.currency;
  return currency ? { currency, amountMinor: prices.reduce((total, price) => total + price.amountMinor, 0) } : null;
}
