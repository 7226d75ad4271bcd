import { link, paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "./desk.tsx";
import type { OrderDetail } from "./order.tsx";

/** What goes into the parcel: pieces and address, no prices. Printed without rail and buttons. */
export function PackingSlipPage({ desk, order }: { readonly desk: DeskProps; readonly order: OrderDetail }) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={link(paths.adminOrder, { id: order.id })} safe>
            {order.number}
          </a>
        </p>
        <h1 safe>{`Packing slip ${order.number}`}</h1>
        <span class="soft" safe>
          {order.when}
        </span>
      </div>
      <section class="panel" aria-label="Packing slip">
        <div class="pad">
          <h2>Goes to</h2>
          <p>
            {order.addressLines.map((line) => (
              <>
                <span safe>{line}</span>
                <br />
              </>
            ))}
          </p>
          <p safe>{order.deliveryWords}</p>
          {order.note === "" ? null : <p safe>{`“${order.note}”`}</p>}
        </div>
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="num">
                Pieces
              </th>
              <th scope="col">Thing</th>
              <th scope="col">Number</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr>
                <td class="num">{line.quantity}</td>
                <td class="grow">
                  <span safe>{line.title}</span> <small safe>{line.options}</small>
                </td>
                <td>
                  <code safe>{line.sku}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Desk>
  );
}
