import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ShopError } from "./shop-error.ts";

/** Tries in a span of seconds; who is counted (address, account, session) is the caller's. */
const rules = {
  everything: { points: 600, duration: 60 },
  signInAccount: { points: 5, duration: 60 },
  // Who guesses at an account shuts its owner out for a quarter of an hour at most.
  signInAccountHour: { points: 20, duration: 3600, blockDuration: 900 },
  signInAddress: { points: 20, duration: 60 },
  forgotAccount: { points: 3, duration: 3600 },
  forgotAddress: { points: 10, duration: 3600 },
  verifyAgain: { points: 3, duration: 3600 },
  changeEmail: { points: 3, duration: 3600 },
  secondFactor: { points: 5, duration: 900 },
  register: { points: 10, duration: 3600 },
  coupon: { points: 10, duration: 600 },
  orderFind: { points: 10, duration: 600 },
  checkout: { points: 10, duration: 60 },
  search: { points: 60, duration: 60 },
  guess: { points: 20, duration: 60 },
  newsletter: { points: 5, duration: 3600 },
  admin: { points: 300, duration: 60 },
} as const;

export type LimitName = keyof typeof rules;
export type Limits = {
  /** Counts one try of `who`. @throws ShopError "too_many" with the seconds to wait. */
  count(name: LimitName, who: string): Promise<void>;
  /** Forgets what was counted, after a success. */
  forget(name: LimitName, who: string): Promise<void>;
};

const waitInWords = (seconds: number) => (seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`);

/** Limits of this process, kept in memory. `lifted` is for benchmarks and tests only. */
export function limitsInMemory(lifted: boolean): Limits {
  const limiters = new Map(
    Object.entries(rules).map(([name, rule]) => [name, new RateLimiterMemory({ keyPrefix: name, ...rule })] as const),
  );
  return {
    async count(name, who) {
      if (lifted) return;
      try {
        await limiters.get(name)?.consume(who);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw new ShopError("too_many", `That was tried too often. Try again in ${waitInWords(seconds)}.`, seconds);
      }
    },
    async forget(name, who) {
      await limiters.get(name)?.delete(who);
    },
  };
}
