export function OrganiserPage(_: { id?: string; holdId?: string }) { return <p>OrganiserPage</p>; }
