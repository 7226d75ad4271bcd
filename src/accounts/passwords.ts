import type { Passwords } from "../deps.ts";
import { ShopError } from "../web/shop-error.ts";

/** OWASP's least for argon2id: 19 MiB, two rounds, one lane. A hash takes 20 to 70 ms of a core. */
const cost = { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 } as const;
const mostAtOnce = 2;
const mostWaiting = 16;

/** Weaker than ours: another algorithm, or ours with less work. Hashed anew at the next sign-in. */
export function isWeak(hash: string): boolean {
  const found = /^\$argon2id\$v=\d+\$m=(\d+),t=(\d+)/.exec(hash);
  return !found || Number(found[1]) < cost.memoryCost || Number(found[2]) < cost.timeCost;
}

/**
 * Hashing runs beside the event loop but takes its core, so only two run at once and sixteen wait: pages stay quick while
 * many sign in. An unknown address is checked against a hash of its own, so that it takes as long as a wrong password.
 */
export function passwordQueue(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;
  let dummy: Promise<string> | undefined;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting)
        throw new ShopError("too_many", "Many people are signing in just now. Try again in a few seconds.", 3);
      await new Promise<void>((turn) => waiting.push(turn));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  return {
    hash: (password) => inTurn(() => Bun.password.hash(password, cost)),
    verify: (password, hash) =>
      inTurn(async () => {
        dummy ??= Bun.password.hash("nobody's password", cost);
        const against = hash ?? (await dummy);
        const right = await Bun.password.verify(password, against).catch(() => false);
        return right && hash !== undefined;
      }),
  };
}
