/** Those who want to be called, however many come and go. */
export function listeners() {
  const all = new Set<() => void>();
  return {
    add(act: () => void): () => void {
      const own = () => act(); // the same one may be there twice
      all.add(own);
      return () => void all.delete(own);
    },
    tell(): void {
      for (const act of all) act();
    },
  };
}
