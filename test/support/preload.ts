import { afterAll, setDefaultTimeout } from "bun:test";

// As `bun run test` does: a crowded machine is slow, not wrong.
setDefaultTimeout(90_000);

if (process.env.DATABASE_URL?.startsWith("postgres")) {
  afterAll(async () => {
    const { allGone } = await import("./database.ts");
    await allGone();
  });
}
