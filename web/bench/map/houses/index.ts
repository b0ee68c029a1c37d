import type { PlanDocument } from '../../../src/map/plan/plan-document';
import { arena } from './arena';
import { stadium } from './stadium';
import { theatre } from './theatre';

/** The houses that the bench and the harness know by name. */
export function houseNamed(name: string): PlanDocument {
  switch (name) {
    case 'theatre':
      return theatre();
    case 'arena':
      return arena();
    case 'stadium':
      return stadium(80_000);
    case 'stadium200':
      return stadium(200_000);
    default:
      throw new Error(`no house ${name}; known are theatre, arena, stadium, stadium200`);
  }
}
