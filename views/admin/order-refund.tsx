import { link, paths } from "#src/paths.ts";
import { Field } from "#views/ui/field.tsx";
import type { OrderDetail } from "./order.tsx";

/** Notes that money went back, the whole of it unless less is typed. Sending it is the shopkeeper's. */
export function RefundForm({ order }: { readonly order: OrderDetail }) {
  const action = link(paths.adminOrderRefunded, { id: order.id });
  return (
    <section class="panel" aria-labelledby="refund-h">
      <div class="bar">
        <h2 id="refund-h">Money back</h2>
      </div>
      <form
        class="pad stacked"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#order"
        hx-swap="outerHTML"
        novalidate
      >
        <input type="hidden" name="version" value={String(order.version)} />
        <Field
          name="amount"
          label={`How much, ${order.currency}`}
          hint="Send it first, by the bank or the card's provider: here it is only written down, and the buyer's page says it."
          value={order.held}
          inputmode="decimal"
          autocomplete="off"
          maxlength={20}
        />
        <p>
          <button class="button quiet">It went back</button>
        </p>
      </form>
    </section>
  );
}
