/** A state in words with a shape and a colour: never by colour alone. */
const payment: Readonly<Record<string, readonly [tone: string, words: string]>> = {
  unpaid: ["wait", "Unpaid"],
  pending: ["wait", "Awaited"],
  authorized: ["wait", "Authorized"],
  partly_paid: ["part", "Part paid"],
  paid: ["ok", "Paid"],
  partly_refunded: ["part", "Part refunded"],
  refunded: ["off", "Refunded"],
  failed: ["bad", "Declined"],
  voided: ["off", "Voided"],
};

const delivery: Readonly<Record<string, readonly [tone: string, words: string]>> = {
  none_needed: ["off", "Nothing to send"],
  unfulfilled: ["wait", "To pack"],
  partly_shipped: ["part", "Part shipped"],
  shipped: ["ok", "Shipped"],
  delivered: ["ok", "Delivered"],
  partly_returned: ["part", "Part returned"],
  returned: ["off", "Returned"],
};

export const paymentStates = Object.entries(payment).map(([value, [, words]]) => ({ value, words }));
export const deliveryStates = Object.entries(delivery).map(([value, [, words]]) => ({ value, words }));

export function PaymentStatus({ state }: { readonly state: string }) {
  const [tone, words] = payment[state] ?? ["off", state];
  return (
    <span class={`status ${tone}`} safe>
      {words}
    </span>
  );
}

export function DeliveryStatus({ state, canceled }: { readonly state: string; readonly canceled?: boolean }) {
  if (canceled) return <span class="status off">Canceled</span>;
  const [tone, words] = delivery[state] ?? ["off", state];
  return (
    <span class={`status ${tone}`} safe>
      {words}
    </span>
  );
}

export function ProductStatus({ status, available }: { readonly status: string; readonly available: boolean }) {
  if (status === "draft") return <span class="status off">Draft</span>;
  if (status === "archived") return <span class="status off">Put away</span>;
  return available ? <span class="status ok">On the cart</span> : <span class="status bad">Sold out</span>;
}
