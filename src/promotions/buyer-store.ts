import { and, eq, inArray, or, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { customerGroups, orders, promotionUses } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";
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

/** What `isTheirs` and the queries here take. */
export const whoValues = (who: Who) => ({
  customer: who.customer,
  alias: who.alias ?? who.customer,
  customerId: who.customerId ?? "",
});

/** A use of a promotion by this person, in a query about `promotion_uses`. */
export const isTheirs = or(
  inArray(promotionUses.customer, [customer, alias]),
  sql`${promotionUses.orderId} in (select ${orders.id} from ${orders} where ${orders.customerId} = ${customerId})`,
);

const theirOrders = or(inArray(orders.emailKey, [customer, alias]), eq(orders.customerId, customerId));

const buyer = prepared((db: Reader) =>
  db
    .select({
      uses: rowsOf({ id: promotionUses.promotionId }, { from: promotionUses, where: isTheirs }),
      orders: rowsOf(
        { id: orders.id },
        { from: orders, where: and(theirOrders, eq(orders.state, "placed")), limit: 1 },
      ),
      groups: rowsOf(
        { name: customerGroups.name },
        { from: customerGroups, where: eq(customerGroups.customerId, customerId) },
      ),
    })
    .from(sql`(select 1 as one) as buyer`),
);

/** What promotions want to know of somebody: whether they ordered before, what they used, their groups. One query. */
export async function loadBuyer(db: Reader, who: Who): Promise<Buyer> {
  const [row] = await buyer(db).execute(whoValues(who));
  const uses = new Map<string, number>();
  for (const { id } of row?.uses ?? []) uses.set(id, (uses.get(id) ?? 0) + 1);
  return { orders: row?.orders.length ?? 0, uses, groups: row?.groups.map(({ name }) => name) ?? [] };
}

/** Whether it matters to a promotion who buys. */
export const asksWho = ({ customerLimit, conditions }: Promotion): boolean =>
  customerLimit !== null || conditions.firstOrder === true || conditions.groups !== undefined;
