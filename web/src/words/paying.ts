import type { PayWay } from '../api/types';

/** What moves no money, if it is taken here. */
export const sandboxOf = (ways: readonly PayWay[] | null): PayWay | undefined => ways?.find((way) => way.sandbox);

/** For the foot of every page. Nothing is claimed before the server has said how one can pay. */
export function payingInShort(ways: readonly PayWay[] | null): string {
  if (ways === null) return '';
  if (ways.length === 0) return 'Only free tickets can be booked here: payments are not switched on.';
  return ways.every((way) => way.sandbox) ? 'Payments here are a sandbox: no money moves.' : '';
}

/** Why nothing can be paid for here; null where it can, or where that is not known yet. */
export function cannotPay(ways: readonly PayWay[] | null): { title: string; advice: string } | null {
  if (ways === null || sandboxOf(ways)) return null;
  return {
    title: 'Paid tickets cannot be booked here',
    advice: 'No way to pay is switched on, so nothing can be charged. Your seats stay held until their time ends; tickets that are free can be booked.',
  };
}
