import { openStore } from "#db/open.ts";
import { counters } from "#db/schema.ts";

// Saves numbers with several writers at once until it is killed, and prints each number once its write has settled.

const store = openStore({ url: process.argv[2] ?? "", connections: 4 });
let next = 0;

async function write(): Promise<never> {
  for (;;) {
    const value = (next += 1);
    await store.write(async (tx) => void (await tx.insert(counters).values({ key: `n${value}`, value })));
    process.stdout.write(`${value}\n`);
  }
}

await Promise.all([write(), write(), write(), write()]);
