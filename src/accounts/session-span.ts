import type { Audience } from "./session-token.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Without a visit for so long, a session is over. */
const idle: Readonly<Record<Audience, number>> = { shop: 7 * day, admin: 30 * minute };
/** After so long it is over, however often it was used. */
const whole: Readonly<Record<Audience, number>> = { shop: 30 * day, admin: day / 2 };
/** For so long after the password was given, nobody is asked for it again. */
const proven = 15 * minute;
/** A visit is noted when the last one noted is so old. */
const noted = 2 * minute;

const before = (now: Date, span: number) => new Date(now.getTime() - span);

export const idleSince = (audience: Audience, now: Date): Date => before(now, idle[audience]);
export const endOf = (audience: Audience, start: Date): Date => new Date(start.getTime() + whole[audience]);
export const isProven = (at: Date, now: Date): boolean => at > before(now, proven);
export const notedBefore = (now: Date): Date => before(now, noted);
