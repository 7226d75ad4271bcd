import type { Address } from "#db/schema.ts";
import type { Reader } from "#db/open.ts";
import { deviceWords } from "../accounts/device.ts";
import { plainMoney } from "../pricing/money.ts";
import { buyerKeyOf } from "../reviews/write-review.ts";
import * as store from "./bundle-store.ts";
import * as own from "./own-store.ts";
import type { Person } from "./person.ts";

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;
/** What is known of somebody, by the names of its parts: each a list of plain rows, so that it fits JSON and CSV alike. */
export type Bundle = Readonly<Record<string, readonly Row[]>>;

const when = (at: Date | null) => at?.toISOString() ?? null;

/** Everything that the shop knows of a person and may hand out: no hashes, no keys, no links, and nobody else's. */
export async function loadBundle(db: Reader, person: Person): Promise<Bundle> {
  return {
    account: await accountOf(db, person),
    ...(await ordersOf(db, person)),
    promotions: (await store.loadUses(db, person)).map(({ at, ...use }) => ({ ...use, at: when(at) })),
    cart: (await own.loadCarts(db, person)).map(({ draft, addedAt, removedAt, ...row }) => ({
      ...row,
      addedAt: when(addedAt),
      removedAt: when(removedAt),
      checkout: draft === null ? null : JSON.stringify(draft),
    })),
    notes: (await own.loadNotes(db, person)).map(({ at, note }) => ({ at: when(at), note })),
    addresses: (await own.loadAddresses(db, person)).map(({ addedAt, removedAt, ...row }) => ({
      ...row,
      addedAt: when(addedAt),
      removedAt: when(removedAt),
    })),
    likes: (await own.loadLikes(db, person)).map(({ at, ...like }) => ({ ...like, at: when(at) })),
    reviews: (await own.loadReviews(db, person, buyerKeyOf(person))).map(({ at, ...said }) => ({
      ...said,
      at: when(at),
    })),
    devices: (await own.loadDevices(db, person)).map(({ device, signedInAt, seenAt }) => ({
      device: deviceWords(device),
      browser: device,
      signedInAt: when(signedInAt),
      seenAt: when(seenAt),
    })),
    newsletter: (await own.loadSubscription(db, person)).map(({ email, askedAt, confirmedAt }) => ({
      email,
      askedAt: when(askedAt),
      confirmedAt: when(confirmedAt),
    })),
    stock_notices: (await own.loadWaiting(db, person)).map(({ at, toldAt, ...row }) => ({
      ...row,
      at: when(at),
      toldAt: when(toldAt),
    })),
    news: (await own.loadNews(db, person)).map(({ at, seenAt, ...row }) => ({
      ...row,
      at: when(at),
      seenAt: when(seenAt),
    })),
    letters: (await store.loadLetters(db, person)).map(({ writtenAt, sentAt, ...letter }) => ({
      ...letter,
      writtenAt: when(writtenAt),
      sentAt: when(sentAt),
    })),
    activity: (await store.loadActivity(db, person)).map(({ at, ...line }) => ({ at: when(at), ...line })),
  };
}

async function accountOf(db: Reader, person: Person): Promise<readonly Row[]> {
  const account = await store.loadAccount(db, person);
  if (!account) return [];
  const groups = await store.loadGroups(db, person);
  return [
    {
      id: account.id,
      email: account.email,
      name: account.displayName,
      emailConfirmedAt: when(account.verifiedAt),
      madeAt: when(account.createdAt),
      secondStepSince: when(await store.loadFactorSince(db, person)),
      groups: groups.map(({ name }) => name).join(", "),
    },
  ];
}

async function ordersOf(db: Reader, person: Person): Promise<Bundle> {
  const orders = await store.loadOrders(db, person);
  return {
    orders: orders.map(orderRow),
    order_lines: (await store.loadLines(db, person)).map(({ number, currency, line }) => ({
      order: number,
      title: line.title,
      options: line.options,
      sku: line.sku,
      quantity: line.quantity,
      currency,
      unit: plainMoney(line.unit, currency),
      discount: plainMoney(line.discount, currency),
      net: plainMoney(line.net, currency),
      tax: plainMoney(line.tax, currency),
      gross: plainMoney(line.gross, currency),
    })),
    order_addresses: orders.flatMap(({ number, address, billing }) => [
      ...addressRow(number, "delivery", address),
      ...addressRow(number, "billing", billing),
    ]),
    order_events: (await store.loadEvents(db, person)).map(({ number, what, who, at }) => ({
      order: number,
      at: when(at),
      what,
      by: who.split(":")[0] ?? "",
    })),
    order_payments: (await store.loadPayments(db, person)).map(({ number, currency, payment }) => ({
      order: number,
      at: when(payment.at),
      way: payment.provider,
      state: payment.state,
      currency,
      amount: plainMoney(payment.amount, currency),
      reference: payment.reference,
    })),
  };
}

type OrderRow = Awaited<ReturnType<typeof store.loadOrders>>[number];

function orderRow(order: OrderRow): Row {
  const { currency } = order;
  return {
    order: order.number,
    placedAt: when(order.placedAt),
    email: order.email,
    name: order.name,
    state: order.state,
    payment: order.paymentState,
    delivery: order.deliveryState,
    paysBy: order.paymentMethod,
    comesBy: order.deliveryName,
    parcel: order.tracking,
    code: order.codeKey,
    note: order.note,
    currency,
    goods: plainMoney(order.goods, currency),
    discount: plainMoney(order.discount, currency),
    shipping: plainMoney(order.shipping, currency),
    tax: plainMoney(order.tax, currency),
    total: plainMoney(order.total, currency),
  };
}

function addressRow(order: string, kind: string, address: Address | null): Row[] {
  if (address === null) return [];
  const { name, company, street, extra, city, region, postcode, country, phone, vatNumber } = address;
  const [more = "", of = ""] = [extra, company];
  const rest = { city, region: region ?? "", postcode, country, phone: phone ?? "", vatNumber: vatNumber ?? "" };
  return [{ order, kind, name, company: of, street, extra: more, ...rest }];
}
