export function AccountPage(_: { id?: string; holdId?: string }) { return <p>AccountPage</p>; }
