import type { Store } from "#db/open.ts";
import type { Config } from "./config.ts";
import type { Keys } from "./keys.ts";
import type { Logger } from "./log.ts";
import type { NewsHub } from "./news/hub.ts";
import type { ShopReader } from "./settings/store.ts";
import type { KeptPages } from "./web/kept.ts";
import type { Limits } from "./web/limits.ts";
import type { ShellReader } from "./web/shell.ts";

/** Hashing that waits its turn; throws a `ShopError` of kind "too_many" when too many wait. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** False also for a malformed hash. Without a hash it takes as long and is false. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
};

/** Answers one text for a set of version keys; it differs as soon as any of them was bumped. */
export type StampReader = Pick<Store, "stamp">;

/** What is handed down to every feature: the only ways to the database, the clock, chance and the outside. */
export type Deps = {
  readonly store: Store;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Logger;
  readonly shop: ShopReader;
  readonly shell: ShellReader;
  readonly kept: KeptPages;
  readonly limits: Limits;
  readonly news: NewsHub;
  readonly passwords: Passwords;
  readonly now: () => Date;
  /** Unique, grows with time. */
  readonly newId: () => string;
  /** 256 random bits, base64url: for what must not be guessed. */
  readonly newToken: () => string;
};
