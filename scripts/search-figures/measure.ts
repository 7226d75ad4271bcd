const busy = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * What came of an act, how long it took, and the longest that anything else had to wait meanwhile: by the clock, and by
 * the work that this process did in it, which a crowded machine does not lengthen. Milliseconds.
 */
export async function gapsWhile<T>(act: () => Promise<T>) {
  let [longest, hardest] = [0, 0];
  let last = { at: performance.now(), busy: busy() };
  const timer = setInterval(() => {
    const now = { at: performance.now(), busy: busy() };
    longest = Math.max(longest, now.at - last.at - 1);
    hardest = Math.max(hardest, now.busy - last.busy);
    last = now;
  }, 1);
  const began = performance.now();
  try {
    const value = await act();
    return { value, took: performance.now() - began, longest, hardest };
  } finally {
    clearInterval(timer);
  }
}

/** The middle, the 95th of a hundred, and the greatest. */
export function spread(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `${[at(0.5), at(0.95), at(1)].map((each) => each.toFixed(1)).join(", ")} ms`;
}
