import { link, paths } from "#src/paths.ts";
import { formatMoney, plainMoney } from "#src/pricing/money.ts";
import { Picture } from "#views/ui/picture.tsx";
import { whyAddress, WhyLink } from "#views/ui/why-link.tsx";
import type { OrderDetail } from "./order.tsx";

type Part = { readonly order: OrderDetail };

/** What was ordered, with what is left on each shelf, and the amounts as they were stored. */
export function Lines({ order }: Part) {
  const why = link(paths.adminOrderWhy, { id: order.id });
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const words = `${order.lines.length === 1 ? "One line" : `${order.lines.length} lines`}, ${pieces === 1 ? "one piece" : `${pieces} pieces`}`;
  return (
    <section class="panel" aria-labelledby="l-h">
      <div class="bar">
        <h2 id="l-h" safe>
          {words}
        </h2>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label="Lines, scrolls sideways on a narrow screen">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Thing</th>
              <th scope="col">Shelf</th>
              <th scope="col" class="num">
                Pieces
              </th>
              <th scope="col" class="num">
                Each
              </th>
              <th scope="col" class="num">
                Line
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr>
                <td class="grow">
                  <span class="thing">
                    <Picture file={line.picture} alt="" width={34} height={42} />
                    <span>
                      <span safe>{line.title}</span>
                      <small safe>{[line.options, line.sku].filter(Boolean).join(" · ")}</small>
                    </span>
                  </span>
                </td>
                <td safe>{line.left === undefined ? "Not counted" : `${line.left} left`}</td>
                <td class="num">{line.quantity}</td>
                <td class="num" safe>
                  {plainMoney(line.unit, order.currency)}
                </td>
                <td class="num">
                  <WhyLink value={plainMoney(line.base, order.currency)} at={why} of={`line.${line.id}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="pad">
        <dl class="ledger">
          {order.amounts.map(({ name, amount, of }) => (
            <div>
              <dt safe>{name}</dt>
              <dd>
                <WhyLink value={plainMoney(amount, order.currency)} at={why} of={of} />
              </dd>
            </div>
          ))}
          <div class="total">
            <dt>Total</dt>
            <dd>
              <WhyLink value={formatMoney(order.total, order.currency)} at={why} />
            </dd>
          </div>
        </dl>
        <p class="row">
          <a href={why} data-why="">
            Why this price?
          </a>
          <a href={whyAddress(why, "due")} data-why="">
            What is still to pay?
          </a>
        </p>
      </div>
    </section>
  );
}

/** The timeline, newest first, as the order's events tell it. */
export function Events({ order }: Part) {
  return (
    <section class="panel" aria-labelledby="h-h">
      <div class="bar">
        <h2 id="h-h">What happened</h2>
      </div>
      <div class="pad">
        <ol class="timeline" role="list">
          {order.events.map((event) => (
            <li>
              <div>
                <span safe>{event.words}</span>
                <br />
                <time datetime={event.at} safe>
                  {event.when}
                </time>
                {event.letterId ? (
                  <>
                    {" · "}
                    <a href={link(paths.adminLetter, { id: event.letterId })}>Read the letter</a>
                  </>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** Sends what is packed; a parcel number goes to the customer with the letter. */
export function ShipForm({ order }: Part) {
  const action = link(paths.adminOrderShipped, { id: order.id });
  return (
    <form class="stacked" method="post" action={action} hx-post={action} hx-target="#order" hx-swap="outerHTML">
      <input type="hidden" name="version" value={String(order.version)} />
      <div class="field">
        <label for="tracking">Parcel number</label>
        <p class="hint" id="tracking-h">
          Leave it empty where there is none.
        </p>
        <input
          class="input"
          id="tracking"
          name="tracking"
          autocomplete="off"
          maxlength="80"
          aria-describedby="tracking-h"
        />
      </div>
      <p>
        <button class="button">Ship it</button>
      </p>
    </form>
  );
}
