import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { isPostgres } from "./dialect.ts";

/** Milliseconds of a quarter of an hour: no time zone is ahead of another by anything else. */
export const quarter = 900_000;

/** The quarter of an hour that a moment is in, counted from the beginning of 1970. To group by: days differ by place. */
export const quarterOf = (moment: AnyColumn): SQL<number> =>
  (isPostgres ? sql<number>`floor(extract(epoch from ${moment}) / 900)` : sql<number>`${moment} / 900000`).mapWith(
    Number,
  );
