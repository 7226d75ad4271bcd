import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { isPostgres } from "./dialect.ts";

/**
 * The quarter of an hour that a moment is in, counted from the beginning of 1970. To group by: where a day
 * begins differs from place to place, but nowhere by less than that.
 */
export const quarterOf = (moment: AnyColumn): SQL<number> =>
  (isPostgres ? sql<number>`floor(extract(epoch from ${moment}) / 900)` : sql<number>`${moment} / 900000`).mapWith(
    Number,
  );
