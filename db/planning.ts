import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { isPostgres } from "./dialect.ts";

/**
 * A column whose index SQLite is to leave alone. Without counts of a table it takes any index that saves a sort or has
 * an equal sign, and goes through all carts that are open for the few of one customer. PostgreSQL counts by itself.
 */
export const unindexed = (column: AnyColumn): SQL => (isPostgres ? sql`${column}` : sql`(${column} || '')`);
