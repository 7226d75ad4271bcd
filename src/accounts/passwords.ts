import type { Passwords } from "../deps.ts";
import { ShopError } from "../web/shop-error.ts";

/** OWASP's least for argon2id: 19 MiB, two rounds, one lane. A hash takes 20 to 70 ms of a core. */
const cost = { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 } as const;
const mostAtOnce = 2;
const mostWaiting = 16;

/** Of a password that nobody has, at our cost: what a try at an unknown address is checked against, to take as long. */
const nobodys =
  "$argon2id$v=19$m=19456,t=2,p=1$AKdRoM+uORjqYX4rbvEUKWPRslVnlThqEr3qauHaU1U$nuM3twhBoM/o87Df3HkVWeLp+DExZvZ+h4kymSM/tWI";

/** Weaker than ours: another algorithm, or ours with less work. Hashed anew at the next sign-in. */
export function isWeak(hash: string): boolean {
  const found = /^\$argon2id\$v=\d+\$m=(\d+),t=(\d+)/.exec(hash);
  return !found || Number(found[1]) < cost.memoryCost || Number(found[2]) < cost.timeCost;
}

async function matches(password: string, hash: string | undefined): Promise<boolean> {
  try {
    const right = await Bun.password.verify(password, hash ?? nobodys);
    return right && hash !== undefined;
  } catch {
    return hash === undefined ? false : matches(password, undefined); // malformed: as long as a wrong password
  }
}

/**
 * Hashing runs beside the event loop but takes its core, so only two run at once and sixteen wait: pages stay quick while
 * many sign in. Who comes when all places are taken is asked to come again.
 */
export function passwordQueue(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < mostAtOnce) running += 1;
    else if (waiting.length < mostWaiting) await new Promise<void>((turn) => waiting.push(turn));
    else throw new ShopError("too_many", "Many people are signing in just now. Try again in a few seconds.", 3);
    try {
      return await work();
    } finally {
      const next = waiting.shift(); // it takes over our place, so that nobody slips in between
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password) => inTurn(() => Bun.password.hash(password, cost)),
    verify: (password, hash) => inTurn(() => matches(password, hash)),
  };
}
