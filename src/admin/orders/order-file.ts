import type { Reader } from "#db/open.ts";
import { csvLine } from "../../catalog/export/csv.ts";
import { plainMoney } from "../../pricing/money.ts";
import { afterOf, listOrders, type OrderListRow, type OrderQuery } from "./store.ts";

const columns = [
  "Order",
  "Placed",
  "State",
  "Payment",
  "Delivery",
  "Name",
  "Email",
  "City",
  "Region",
  "Country",
  "Pays by",
  "Comes by",
  "Currency",
  "Goods",
  "Discount",
  "Shipping",
  "Tax",
  "Total",
];

function cells(row: OrderListRow): string[] {
  const money = [row.goods, row.discount, row.shipping, row.tax, row.total].map((amount) =>
    plainMoney(amount, row.currency),
  );
  const { city = "", region = "", country = "" } = row.address ?? {};
  return [
    row.number,
    row.placedAt.toISOString(),
    row.state,
    row.paymentState,
    row.deliveryState,
    row.name,
    row.email,
    city,
    region,
    country,
    row.paymentMethod,
    row.deliveryName,
    row.currency,
    ...money,
  ];
}

/** The order book as a file, page by page as it is read: any number of orders, little memory. Cells cannot become formulas. */
export function orderFile(db: Reader, query: OrderQuery): Response {
  const size = 500;
  let after = query.after;
  let begun = false;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await listOrders(db, { ...query, after }, size);
      const shown = found.slice(0, size);
      const text = [...(begun ? [] : [columns]), ...shown.map(cells)].map(csvLine).join("");
      begun = true;
      if (text !== "") controller.enqueue(encoder.encode(text));
      const last = shown.at(-1);
      if (found.length > size && last) after = afterOf(last);
      else controller.close();
    },
  });
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="orders.csv"',
    "Cache-Control": "private, no-store",
  };
  return new Response(body, { headers });
}
