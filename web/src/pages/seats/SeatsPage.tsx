export function SeatsPage(_: { id?: string; holdId?: string }) { return <p>SeatsPage</p>; }
