import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Store } from "#db/open.ts";
import { digestOf } from "../keys.ts";
import { ShopError } from "./shop-error.ts";
import { countTries, endAt, forgetTried, isShared } from "./tries-store.ts";

/**
 * Tries in a span of seconds; who is counted (address, account, session) is the caller's. What is `kept` is counted in
 * the database, so that a restart forgets nothing; what is `shared` where several processes serve the shop; all else in
 * this process, since it must cost nothing: so many may pass at each.
 */
const rules = {
  everything: { points: 600, duration: 60 },
  /** Stylesheets, scripts and pictures: one page asks for many. */
  files: { points: 6000, duration: 60 },
  signInAccount: { points: 5, duration: 60, held: "kept" },
  // Who guesses at an account shuts its owner out for a quarter of an hour at most.
  signInAccountHour: { points: 20, duration: 3600, blockDuration: 900, held: "kept" },
  signInAddress: { points: 20, duration: 60, held: "kept" },
  forgotAccount: { points: 3, duration: 3600, held: "kept" },
  forgotAddress: { points: 10, duration: 3600, held: "kept" },
  verifyAgain: { points: 3, duration: 3600, held: "kept" },
  /** All that is known of somebody, in one file. */
  bundle: { points: 5, duration: 3600, held: "kept" },
  changeEmail: { points: 3, duration: 3600, held: "kept" },
  secondFactor: { points: 5, duration: 900, held: "kept" },
  register: { points: 10, duration: 3600, held: "kept" },
  coupon: { points: 10, duration: 600, held: "shared" },
  /** Each writes a letter, to whichever address the order names. */
  payWay: { points: 10, duration: 3600, held: "shared" },
  orderFind: { points: 10, duration: 600, held: "shared" },
  checkout: { points: 10, duration: 60, held: "shared" },
  search: { points: 60, duration: 60 },
  /** While somebody types. */
  suggest: { points: 240, duration: 60 },
  guess: { points: 20, duration: 60 },
  newsletter: { points: 5, duration: 3600, held: "shared" },
  reviews: { points: 5, duration: 3600, held: "shared" },
  stockNotice: { points: 20, duration: 3600, held: "shared" },
  /** Whoever asks: nobody's mailbox is filled by somebody else, who makes goods come and go. */
  stockNoticeMailbox: { points: 20, duration: 86_400, held: "kept" },
  uploads: { points: 60, duration: 3600, held: "shared" },
  admin: { points: 300, duration: 60 },
  /** Lines of the audit log, which nobody shortens, about one who knocks at the desk on and on. */
  strangers: { points: 60, duration: 3600 },
} as const satisfies Readonly<Record<string, Rule>>;

type Rule = {
  readonly points: number;
  readonly duration: number;
  /** Who goes beyond waits so long instead. */
  readonly blockDuration?: number;
  readonly held?: "kept" | "shared";
};

export type LimitName = keyof typeof rules;
export type Try = readonly [name: LimitName, who: string];
export type Limits = {
  /** Counts one try of `who`. @throws ShopError "too_many" with the seconds to wait. */
  count(name: LimitName, who: string): Promise<void>;
  /** Counts one try by several rules at once. */
  countEach(tries: readonly Try[]): Promise<void>;
  /** Counts nothing, and throws where the next `count` would, as far as this process knows. */
  check(name: LimitName, who: string): Promise<void>;
  /** Forgets what was counted, after a success. */
  forget(...tries: readonly Try[]): Promise<void>;
};

const isHeld = ([name]: Try) => {
  const { held }: Rule = rules[name];
  return held === "kept" || (held === "shared" && isShared);
};

/** Limits that count nothing: for benchmarks and tests. */
const lifted: Limits = { async count() {}, async countEach() {}, async check() {}, async forget() {} };

type Given = { readonly store: Store; readonly now: () => Date; readonly lifted?: boolean };

export function limitsOf(given: Given): Limits {
  if (given.lifted) return lifted;
  const here = limitsHere();
  const held = limitsInStore(given);
  const both = async (tries: readonly Try[], act: "countEach" | "forget") => {
    for (const each of tries.filter((one) => !isHeld(one))) await here[act](each);
    const others = tries.filter(isHeld);
    if (others.length > 0) await held[act](...others);
  };
  return {
    count: (name, who) => both([[name, who]], "countEach"),
    countEach: (tries) => both(tries, "countEach"),
    check: async (name, who) => (isHeld([name, who]) ? held : here).check([name, who]),
    forget: (...tries) => both(tries, "forget"),
  };
}

type Place = {
  countEach(...tries: readonly Try[]): Promise<void>;
  check(one: Try): Promise<void> | void;
  forget(...tries: readonly Try[]): Promise<void>;
};

/** In the memory of this process. */
function limitsHere(): Place {
  const limiters = new Map(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory({ keyPrefix: name, ...rule })] as const),
  );
  return {
    async countEach(...tries) {
      for (const [name, who] of tries) {
        try {
          await limiters.get(name)?.consume(who);
        } catch (refused) {
          throw refused instanceof RateLimiterRes ? tooMany(refused.msBeforeNext) : refused;
        }
      }
    },
    async check([name, who]) {
      const found = await limiters.get(name)?.get(who);
      if (found && found.consumedPoints >= rules[name].points) throw tooMany(found.msBeforeNext);
    },
    async forget(...tries) {
      for (const [name, who] of tries) await limiters.get(name)?.delete(who);
    },
  };
}

/** Who was refused is refused again for so long without asking the database. */
const longestKnown = 10_000;
const mostKnown = 10_000;

/** In the database, without names or addresses of anybody. */
function limitsInStore({ store, now }: Given): Place {
  const refused = new Map<string, { readonly endsAt: number; readonly knownTill: number }>();
  const keyOf = ([name, who]: Try) => `${name} ${digestOf(who).slice(0, 32)}`;

  function check(one: Try): void {
    const at = now().getTime();
    const known = refused.get(keyOf(one));
    if (known && known.knownTill > at) throw tooMany(known.endsAt - at);
  }

  function refuse(key: string, endsAt: number): never {
    const at = now().getTime();
    if (refused.size >= mostKnown) refused.clear();
    refused.set(key, { endsAt, knownTill: Math.min(endsAt, at + longestKnown) });
    throw tooMany(endsAt - at);
  }

  return {
    check,
    async countEach(...tries) {
      for (const each of tries) check(each);
      const at = now().getTime();
      const asked = new Map(tries.map((one) => [keyOf(one), rules[one[0]] as Rule]));
      const spans = [...asked].map(([key, { duration }]) => ({ key, endsAt: at + duration * 1000 }));
      for (const { key, count, endsAt } of await countTries(store, spans, at)) {
        const { points, blockDuration } = asked.get(key) ?? { points: Infinity };
        if (count <= points) continue;
        const isFirst = blockDuration !== undefined && count === points + 1;
        const until = isFirst ? at + blockDuration * 1000 : endsAt;
        if (isFirst) await endAt(store, key, until);
        refuse(key, until);
      }
    },
    async forget(...tries) {
      const keys = tries.map(keyOf);
      for (const key of keys) refused.delete(key);
      await forgetTried(store, keys);
    },
  };
}

function tooMany(milliseconds: number): ShopError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new ShopError("too_many", `That was tried too often. Try again in ${waitInWords(seconds)}.`, seconds);
}

function waitInWords(seconds: number): string {
  if (seconds >= 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
