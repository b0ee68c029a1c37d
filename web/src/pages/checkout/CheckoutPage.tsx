export function CheckoutPage(_: { id?: string; holdId?: string }) { return <p>CheckoutPage</p>; }
