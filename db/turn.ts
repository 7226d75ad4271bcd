import { faultOf, TxOver } from "./faults.ts";

/** One run of a write's work: its queries ask before they run, and tell when they fail. */
export type Turn = {
  /** @throws TxOver when the work has settled, or an earlier query of it failed. */
  check(): void;
  /** Takes down why a query failed, and answers what to throw. */
  fail(cause: unknown): unknown;
};

/**
 * Runs `work` with a turn that ends when it settles. A query that failed fails the work as well, caught or not: on
 * PostgreSQL the transaction is lost by then, and a shop must not depend on which database it has.
 */
export async function inTurn<T>(work: (turn: Turn) => Promise<T>, stillOpen: () => boolean = () => true): Promise<T> {
  let over = false;
  let failure: { readonly cause: unknown } | undefined;
  const check = () => {
    if (over) throw new TxOver("This query came after its write had settled. Await every query inside the work.");
    if (failure) throw new TxOver("An earlier query of this write failed, so nothing of it is saved.", failure.cause);
    if (!stillOpen()) throw new TxOver("The database has undone the transaction that this query was part of.");
  };
  const fail = (cause: unknown) => {
    const fault = faultOf(cause);
    failure ??= { cause: fault };
    return fault;
  };
  const lost = (): { readonly cause: unknown } | undefined => failure;

  try {
    const value = await work({ check, fail });
    const failed = lost();
    if (failed) throw failed.cause;
    return value;
  } catch (cause) {
    throw cause instanceof TxOver && lost() ? lost()?.cause : faultOf(cause);
  } finally {
    over = true;
  }
}
