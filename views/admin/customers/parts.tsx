import type { May } from "#src/accounts/permissions.ts";
import { link, paths } from "#src/paths.ts";
import { formatMoney } from "#src/pricing/money.ts";
import { Field } from "#views/ui/field.tsx";
import { DeliveryStatus, PaymentStatus } from "../status.tsx";
import type { CustomerDetail, CustomerPageProps } from "./customer.tsx";

type Part = { readonly customer: CustomerDetail };

/** Their orders, newest first; the order book finds what is older. */
export function Orders({ customer, may }: Part & { readonly may: May }) {
  const { orders, orderCount } = customer;
  return (
    <section class="panel" aria-labelledby="orders-h">
      <div class="bar">
        <h2 id="orders-h" safe>
          {orderCount === 0 ? "No orders" : orderCount === 1 ? "One order" : `${orderCount} orders`}
        </h2>
      </div>
      {orders.length === 0 ? (
        <div class="pad">
          <p>Nothing ordered yet.</p>
        </div>
      ) : (
        <div class="scroll" tabindex="0" role="group" aria-label="Orders, scrolls sideways on a narrow screen">
          <table class="table slips">
            <thead>
              <tr>
                <th scope="col">Order</th>
                <th scope="col">When</th>
                <th scope="col">Payment</th>
                <th scope="col">Delivery</th>
                <th scope="col" class="num">
                  Total
                </th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr>
                  <th scope="row">
                    {may("orders.see") ? (
                      <a href={link(paths.adminOrder, { id: order.id })} safe>
                        {order.number}
                      </a>
                    ) : (
                      <span safe>{order.number}</span>
                    )}
                  </th>
                  <td class="aside" safe>
                    {order.when}
                  </td>
                  <td>
                    <PaymentStatus state={order.paymentState} />
                  </td>
                  <td>
                    <DeliveryStatus state={order.deliveryState} canceled={order.canceled} />
                  </td>
                  <td class="num" safe>
                    {formatMoney(order.total, order.currency)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** What the staff wrote down. */
export function Notes({ customer: { id, notes }, desk, errors = {}, typed = {} }: CustomerPageProps) {
  const mayEdit = desk.may("customers.edit");
  return (
    <section class="panel" aria-labelledby="notes-h">
      <div class="bar">
        <h2 id="notes-h">Notes of the staff</h2>
      </div>
      <div class="pad">
        {notes.length === 0 ? <p class="soft">None yet.</p> : null}
        {notes.map((note) => (
          <div class="notice">
            <div>
              <p safe>{note.body}</p>
              <p class="soft" safe>{`${note.by}, ${note.when}`}</p>
            </div>
            {mayEdit ? (
              <form method="post" action={link(paths.adminCustomerNoteEnd, { id })}>
                <input type="hidden" name="note" value={note.id} />
                <button class="link-button" aria-label={`Take away the note of ${note.when}`}>
                  Take away
                </button>
              </form>
            ) : null}
          </div>
        ))}
        {mayEdit ? (
          <form class="stacked" method="post" action={link(paths.adminCustomerNotes, { id })} novalidate>
            <Field
              name="note"
              label="A new note"
              hint="The customer reads it, too, when they ask for their data."
              rows={3}
              maxlength={2000}
              value={typed["note"]}
              error={errors["note"]}
            />
            <p>
              <button class="button quiet">Keep the note</button>
            </p>
          </form>
        ) : null}
      </div>
    </section>
  );
}

/** What they said of what they bought. */
export function Reviews({ customer: { reviews } }: Part) {
  if (reviews.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="reviews-h">
      <div class="bar">
        <h2 id="reviews-h">Reviews</h2>
      </div>
      <div class="pad">
        {reviews.map(({ product, rating, title, body, shown, when }) => (
          <div>
            <p>
              <strong safe>{product}</strong>{" "}
              <span class="soft" safe>{`${rating} of 5, ${when}, ${shown ? "shown" : "not shown"}`}</span>
            </p>
            <p safe>{[title, body].filter((part) => part !== "").join(": ")}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
