import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { news, orderLinks, orders, sessions } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import { idleSince } from "../accounts/session-span.ts";
import { selectNews, type NewsRow } from "./store.ts";

const after = sql.placeholder("after");

const readSince = prepared((db: Reader) =>
  selectNews(db)
    .where(
      and(
        gt(news.seq, after),
        or(inList(news.owner, sql.placeholder("owners")), inList(news.orderId, sql.placeholder("orderIds"))),
      ),
    )
    .orderBy(news.seq, news.id),
);

type Since = { readonly after: number; readonly owners: readonly string[]; readonly orderIds: readonly string[] };

/** What is new for any of these since then, in the order in which it was saved. One query, however many they are. */
export const loadSince = (db: Reader, since: Since): Promise<NewsRow[]> => readSince(db).execute(since);

const readFresh = prepared((db: Reader) =>
  selectNews(db)
    .where(
      and(
        eq(news.owner, sql.placeholder("owner")),
        eq(news.listed, true),
        isNull(news.seenAt),
        gt(news.at, sql.param(sql.placeholder("from"), news.at)),
      ),
    )
    .orderBy(desc(news.seq))
    .limit(5),
);

/** What somebody got in the last moments and has not looked at: for a page that does not know where it left off. */
export async function loadFresh(db: Reader, owner: string, from: Date): Promise<NewsRow[]> {
  return (await readFresh(db).execute({ owner, from })).toReversed();
}

const readLive = prepared((db: Reader) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        inList(sessions.id, sql.placeholder("ids")),
        eq(sessions.audience, "shop"),
        sql`${sessions.expiresAt} > ${sql.param(sql.placeholder("now"), sessions.expiresAt)}`,
        sql`${sessions.seenAt} > ${sql.param(sql.placeholder("idle"), sessions.seenAt)}`,
      ),
    ),
);

/** Which of these sessions go on. */
export async function loadLiveSessions(db: Reader, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await readLive(db).execute({ ids, now, idle: idleSince("shop", now) });
  return new Set(rows.map((row) => row.id));
}

const readOrder = prepared((db: Reader) =>
  db
    .select({ id: orders.id })
    .from(orders)
    .where(
      or(
        eq(orders.linkHash, sql.placeholder("linkHash")),
        eq(
          orders.id,
          sql`(select ${orderLinks.orderId} from ${orderLinks} where ${orderLinks.id} = ${sql.placeholder("linkHash")})`,
        ),
      ),
    ),
);

/** The order at an address, by the digest of what the address holds. */
export async function findOrderByLink(db: Reader, linkHash: string): Promise<string | undefined> {
  return (await readOrder(db).execute({ linkHash }))[0]?.id;
}
