import type { Plan } from '../plan/plan';

/** What stands out while the rest is dimmed: what the pointer is over, here or in the page's legend. */
export type Highlight =
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'zone'; readonly zone: number };

export function standsOut(highlight: Highlight, plan: Plan, seat: number): boolean {
  switch (highlight.kind) {
    case 'section':
      return plan.section[seat] === highlight.section;
    case 'zone':
      return plan.zone[seat] === highlight.zone;
  }
}

export function isSame(a: Highlight | null, b: Highlight | null): boolean {
  if (a === null || b === null) return a === b;
  switch (a.kind) {
    case 'section':
      return b.kind === 'section' && a.section === b.section;
    case 'zone':
      return b.kind === 'zone' && a.zone === b.zone;
  }
}
