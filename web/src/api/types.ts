/** The shapes of docs/reference/api that the pages read and write. Times are RFC 3339 in UTC, money is minor units. */

export interface Money {
  amountMinor: number;
  currency: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Tokens {
  accessToken: string;
  tokenType: 'Bearer';
  expiresIn: number;
  refreshToken: string;
}

export type Role = 'guest' | 'fan' | 'organiser' | 'gate' | 'analyst' | 'admin';

export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
}

export interface Venue {
  id: string;
  name: string;
  city: string;
  lat?: number | null;
  lon?: number | null;
  /** IANA name, as `Europe/Vienna`. */
  timeZone?: string | null;
  address?: string | null;
}

export interface EventSummary {
  id: string;
  name: string;
  venue: Venue;
  startsAt: string;
  category?: string | null;
  /** `draft`, `published`, `on_sale`, `closed`, `cancelled`: what the server calls it; saleState() says what it means for a fan. */
  status: string;
  /** The lowest price, fees included. */
  priceFrom?: Money | null;
  onSaleAt?: string | null;
  closesAt?: string | null;
  soldOut?: boolean;
  /** Places still to be had, and all places, when the server tells. */
  free?: number | null;
  capacity?: number | null;
  /** Only for its organiser: why it is published and cannot be sold. */
  problem?: string | null;
}

export interface Zone {
  index: number;
  name: string;
  price: Money;
  fee: Money;
  total: Money;
}

export interface SaleRules {
  orphanSeats?: 'allow' | 'refuse';
  maxSeatsPerBuyer?: number;
  maxSeatsHeldPerNetwork?: number | null;
  holdSeconds?: number;
  onSaleAt?: string | null;
  closesAt?: string | null;
}

export interface EventDetail extends EventSummary {
  description?: string | null;
  zones: Zone[];
  rules: SaleRules;
}

/** What `best` and its siblings ask for. */
export type HoldWish =
  | { seats: string[] }
  | { best: { count: number; zone?: string; section?: string; maxPriceMinor?: number; accessible?: boolean; together?: boolean } }
  | { area: string; quantity: number };

export interface HeldSeat {
  id: string;
  section?: string;
  row?: string;
  number?: string;
  zone?: string;
  price?: Money;
  fee?: Money;
  total?: Money;
}

export interface Hold {
  holdId: string;
  eventId: string;
  /** Ids, or the seats in full. */
  seats: (string | HeldSeat)[];
  expiresAt: string;
  total: Money;
  area?: string;
  quantity?: number;
}

/** A hold as its owner sees it again. */
export interface HoldView extends Hold {
  eventName: string;
  paying: boolean;
  lines: HeldSeat[];
}

export type BookingStatus =
  | 'pending_payment'
  | 'confirmed'
  | 'payment_failed'
  | 'expired'
  | 'cancelled'
  | 'refunded'
  | 'partially_refunded';

export interface Booking {
  id: string;
  eventId?: string;
  holdId?: string;
  status: BookingStatus;
  seats?: (string | HeldSeat)[];
  /** Seats and places with what each costs. */
  lines?: HeldSeat[];
  total: Money;
  createdAt?: string;
  event?: EventSummary;
  eventName?: string;
  startsAt?: string;
  venue?: Venue;
  buyer?: { email: string; name: string };
  /** A person at the box office must decide how it goes on. */
  underReview?: boolean;
  paymentAction?: { kind?: string; type?: string; url?: string } | null;
}

export type MoneyAct = 'retry-refund' | 'mark-refunded' | 'finish' | 'give-back' | 'look-again' | 'close';

/** Something about money that only a person can decide. */
export interface MoneyCase {
  id: string;
  kind: string;
  detail: string;
  amount: Money;
  openedAt: string;
  bookingId: string;
  paymentId: string;
  booking?: { eventId: string; eventName?: string; status: BookingStatus; quantity: number; buyerName: string; buyerEmail: string };
  acts: MoneyAct[];
}

export interface Ticket {
  id: string;
  bookingId?: string;
  eventId?: string;
  seat?: string | HeldSeat | null;
  seatId?: string;
  section?: string;
  row?: string;
  number?: string;
  zone?: string;
  holder?: string | { name?: string; email?: string } | null;
  status?: string;
  /** The signed code that the gate reads. */
  code?: string;
  /** The code as an SVG picture, or where to get it. */
  qr?: string;
  qrSvg?: string;
  qrUrl?: string;
}

export interface EventStats {
  eventId: string;
  version?: number;
  free: number;
  held: number;
  sold: number;
  blocked: number;
  total?: number;
  revenue?: Money;
}

/** A payment provider that is switched on. */
export interface PayWay {
  method: string;
  /** No money moves. */
  sandbox: boolean;
}

export interface Crowd {
  running: boolean;
  fans?: number;
  sold?: number;
  holdsPerSecond?: number;
}

/** Who did what, to what, from where. */
export interface AuditRecord {
  id: string;
  at: string;
  account: string | null;
  role: Role | null;
  what: string;
  subject: { type: string; id: string };
  address: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Which entries of the trail; what is left out is not asked for. */
export interface AuditWish {
  who?: string | undefined;
  what?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}
