export function TicketsPage(_: { id?: string; holdId?: string }) { return <p>TicketsPage</p>; }
