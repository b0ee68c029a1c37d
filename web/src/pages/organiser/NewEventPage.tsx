export function NewEventPage(_: { id?: string; holdId?: string }) { return <p>NewEventPage</p>; }
