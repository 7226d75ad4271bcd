import { freshDatabase } from "#test/support/database.ts";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import type { Deps } from "#src/deps.ts";
import { deriveKeys } from "#src/keys.ts";
import { openLog } from "#src/log.ts";
import { wire } from "#src/wire.ts";
import { testClock, type TestClock } from "./clock.ts";
import { testVisitor, type TestVisitor } from "./visitor.ts";
import { makeWorld, type World } from "./world.ts";

/** A shop of its own for one test: fresh database, standing clock, the same edge as the server. It is a visitor, too. */
export type TestShop = TestVisitor & {
  readonly deps: Deps;
  readonly clock: TestClock;
  /** Somebody else, with cookies of their own. */
  visitor(address?: string): TestVisitor;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

export type ShopOptions = World & {
  /** Environment beside the usual, such as PUSHCART_URL. */
  readonly env?: Readonly<Record<string, string>>;
  /** Rate limits are lifted unless a test is about them. */
  readonly limits?: boolean;
};

export async function openShop(options: ShopOptions = {}): Promise<TestShop> {
  const database = await freshDatabase();
  const clock = testClock();
  const config = readConfig({
    PUSHCART_DATA: database.folder,
    DATABASE_URL: database.url,
    LOG_LEVEL: "silent",
    ...(options.limits ? {} : { PUSHCART_LIFT_LIMITS: "yes" }),
    ...options.env,
  });
  let made = 0;
  const deps = wire({
    store: database.store,
    config,
    keys: deriveKeys("a secret for tests, long enough to be one"),
    log: openLog("silent"),
    now: clock.now,
    newId: () => `made-${String((made += 1)).padStart(9, "0")}`,
    newToken: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url"),
  });
  await deps.store.write((tx) => makeWorld(tx, options));
  const app = createApp(deps);
  const close = () => database.close();
  return {
    ...testVisitor(app, config.url),
    deps,
    clock,
    visitor: (address) => testVisitor(app, config.url, address),
    close,
    [Symbol.asyncDispose]: close,
  };
}
