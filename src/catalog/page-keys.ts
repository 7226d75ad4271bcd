/** What a product's page shows of other products is known only once it was loaded; here it is remembered. */
export type PageKeys = {
  /** The versions that the page of this product depends on, as far as is known. */
  of(handle: string): readonly string[];
  /** Notes what else it shows. Answers whether that was known already: if not, the page must not be kept yet. */
  learn(handle: string, others: readonly string[]): boolean;
};

/** Remembers the pages that were asked for last. */
export function pageKeys(most = 20_000): PageKeys {
  const known = new Map<string, readonly string[]>();
  return {
    of: (handle) => [`product:${handle}`, "shipping", "promotions", ...(known.get(handle) ?? [])],
    learn(handle, others) {
      const before = known.get(handle) ?? [];
      if (before.length === others.length && before.every((key, at) => key === others[at])) return true;
      known.delete(handle);
      known.set(handle, others);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return false;
    },
  };
}
