import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { unindexed } from "#db/planning.ts";
import { prepared, type Reader } from "#db/prepared.ts";
import { customerGroups, orders, promotions, promotionUses } from "#db/schema.ts";
import { inList, rowsOf } from "#db/sets.ts";
import type { Promotion } from "./promotion.ts";
import type { Buyer } from "./refusal.ts";

/** Somebody as limits know them: whatever they change, an earlier use counts that was by the account or either address. */
export type Who = {
  /** Normalised e-mail: of the account where they are signed in, else what they typed. */
  readonly customer: string;
  /** What was typed, normalised, where that is another address. */
  readonly alias?: string | undefined;
  /** The account they are signed in to. */
  readonly customerId?: string | undefined;
};

const customer = sql.placeholder("customer");
const alias = sql.placeholder("alias");
const customerId = sql.placeholder("customerId");

/** What the queries about somebody take. */
export const whoValues = (who: Who) => ({
  customer: who.customer,
  alias: who.alias ?? who.customer,
  customerId: who.customerId ?? "",
});

const isByAddress = inArray(promotionUses.customer, [customer, alias]);
/** What the account used under yet other addresses: found by its orders, of which there are few. */
const byAccount = sql`${orders} inner join ${promotionUses} on ${promotionUses.orderId} = ${orders.id}`;
const isByAccount = and(eq(orders.customerId, customerId), notInArray(promotionUses.customer, [customer, alias]));

/** How often this person used the promotion of a query about promotions. Each half goes by an index of its own. */
export const usesOfCustomer = sql<number>`((select count(*) from ${promotionUses}
    where ${promotionUses.promotionId} = ${promotions.id} and ${isByAddress})
  + (select count(*) from ${byAccount} where ${promotionUses.promotionId} || '' = ${promotions.id} and ${isByAccount}))`;

const use = { id: promotionUses.promotionId };
const order = { id: orders.id };
const isPlaced = sql`${unindexed(orders.state)} = 'placed'`;

const buyer = prepared((db: Reader) =>
  db
    .select({
      byAddress: rowsOf(use, {
        from: promotionUses,
        where: and(inList(promotionUses.promotionId, sql.placeholder("ids")), isByAddress),
      }),
      byAccount: rowsOf(use, { from: byAccount, where: isByAccount }),
      ordered: rowsOf(order, {
        from: orders,
        where: and(inArray(orders.emailKey, [customer, alias]), isPlaced),
        limit: 1,
      }),
      orderedSignedIn: rowsOf(order, {
        from: orders,
        where: and(eq(orders.customerId, customerId), isPlaced),
        limit: 1,
      }),
      groups: rowsOf(
        { name: customerGroups.name },
        { from: customerGroups, where: eq(customerGroups.customerId, customerId) },
      ),
    })
    .from(sql`(select 1 as one) as buyer`),
);

type Asking = Pick<Promotion, "id" | "customerLimit">;

/** What these promotions want to know of somebody: whether they ordered before, what they used, their groups. One query. */
export async function loadBuyer(db: Reader, who: Who, asking: readonly Asking[] = []): Promise<Buyer> {
  const ids = asking.filter(({ customerLimit }) => customerLimit !== null).map(({ id }) => id);
  const [row] = await buyer(db).execute({ ...whoValues(who), ids });
  const uses = new Map<string, number>();
  for (const { id } of [...(row?.byAddress ?? []), ...(row?.byAccount ?? [])]) uses.set(id, (uses.get(id) ?? 0) + 1);
  const before = (row?.ordered.length ?? 0) + (row?.orderedSignedIn.length ?? 0);
  return { orders: before, uses, groups: row?.groups.map(({ name }) => name) ?? [] };
}

/** Whether it matters to a promotion who buys. */
export const asksWho = ({ customerLimit, conditions }: Promotion): boolean =>
  customerLimit !== null || conditions.firstOrder === true || conditions.groups !== undefined;
