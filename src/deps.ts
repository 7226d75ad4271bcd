import type { Store } from "#db/open.ts";
import type { Config } from "./config.ts";
import type { Keys } from "./keys.ts";
import type { Logger } from "./log.ts";
import type { ShopReader } from "./settings/store.ts";

/** Hashing that waits its turn; throws a `ShopError` of kind "busy" when too many wait. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** False also for a malformed hash. Without a hash it takes as long and is false. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
};

/** What is handed down to every feature: the only ways to the database, the clock, chance and the outside. */
export type Deps = {
  readonly store: Store;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Logger;
  readonly shop: ShopReader;
  readonly passwords: Passwords;
  readonly now: () => Date;
  /** Unique, grows with time. */
  readonly newId: () => string;
  /** 256 random bits, base64url: for what must not be guessed. */
  readonly newToken: () => string;
};
