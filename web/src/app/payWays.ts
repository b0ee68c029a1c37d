import { payWays } from '../api/calls';
import type { PayWay } from '../api/types';
import { useLoaded } from './loading';

/** How one can pay here, as the server says; null until it has said so. */
export const usePayWays = (): readonly PayWay[] | null => useLoaded('pay ways', payWays).value;
