import { setDefaultTimeout } from "bun:test";

// As `bun run test` does: a crowded machine is slow, not wrong.
setDefaultTimeout(90_000);
