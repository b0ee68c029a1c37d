export function CockpitPage(_: { id?: string; holdId?: string }) { return <p>CockpitPage</p>; }
