import type { ZonePrices } from '../choose/price';
import { HouseModel } from '../model/house-model';
import { loadPlan } from '../plan/load-plan';
import type { Plan } from '../plan/plan';
import type { PlanDocument, RowDocument } from '../plan/plan-document';
import { bytesOf, snapshotBytes } from './bytes';

/** Small houses and messages for tests. */
export interface RowSketch {
  readonly label?: string;
  readonly count: number;
  readonly x?: number;
  readonly y: number;
  readonly zone?: number | readonly number[];
  readonly flags?: readonly number[];
}

export const PITCH = 10;

export function row({ label = 'A', count, x = 0, y, zone = 0, flags }: RowSketch): RowDocument {
  const places = Array.from({ length: count }, (_, place) => place);
  return {
    label,
    numbers: places.map((place) => String(place + 1)),
    x: places.map((place) => x + place * PITCH),
    y: places.map(() => y),
    zones: zone,
    ...(flags ? { flags } : {}),
  };
}

export function planOf(...sections: readonly (readonly RowDocument[])[]): PlanDocument {
  return {
    format: 'cavea-plan/1',
    name: 'Small house',
    size: { width: 1000, height: 1000 },
    pitch: PITCH,
    zones: [{ name: 'Near' }, { name: 'Far' }],
    sections: sections.map((rows, index) => ({
      id: `S${index + 1}`,
      name: ['Stalls', 'Circle', 'Balcony'][index] ?? `Section ${index + 1}`,
      rows,
    })),
  };
}

/** One section of `rows` rows of `seats` seats, ten units apart. */
export function block(rows: number, seats: number): Plan {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const all = Array.from({ length: rows }, (_, index) =>
    row({ label: letters[index]!, count: seats, y: index * PITCH }),
  );
  return loadPlan(planOf(all));
}

export const PRICES: ZonePrices = [
  { amountMinor: 4500, currency: 'EUR' },
  { amountMinor: 2550, currency: 'EUR' },
];

/** A model whose seats have these states, one digit a seat: 0 free, 1 held, 2 sold, 3 blocked. */
export function modelOf(plan: Plan, states: string, version = 10n): HouseModel {
  const model = new HouseModel({ plan, prices: PRICES });
  model.applySnapshot(bytesOf(snapshotBytes({ version, states })));
  return model;
}
