export function BookingPage(_: { id?: string; holdId?: string }) { return <p>BookingPage</p>; }
