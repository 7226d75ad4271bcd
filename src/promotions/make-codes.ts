import type { Tx } from "#db/prepared.ts";
import { codeKey } from "./code.ts";
import { insertCodes } from "./setup-store.ts";

/** Neither vowels, so that no words come about, nor what is taken for another: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const alphabet = "34679CDFGHJKMNPQRTVWXY";
/** Ten letters of twenty-two: a guess at one of ten thousand codes hits once in two thousand million. */
const length = 10;

/** The most that are made at once. */
export const mostCodes = 100_000;

/** The characters of random bytes; a byte that would make some more likely than others is passed over. */
export function lettersOf(bytes: Uint8Array): string {
  const even = 256 - (256 % alphabet.length);
  return [...bytes].flatMap((byte) => (byte < even ? (alphabet[byte % alphabet.length] ?? "") : [])).join("");
}

/** Endless codes. `newToken` gives 256 random bits, base64url. */
function* codes(newToken: () => string): Generator<string> {
  let letters = "";
  for (;;) {
    while (letters.length < length) letters += lettersOf(Buffer.from(newToken(), "base64url"));
    yield letters.slice(0, length);
    letters = letters.slice(length);
  }
}

export type MakingCodes = {
  readonly promotionId: string;
  readonly count: number;
  /** Stands before each. */
  readonly prefix?: string;
  /** How many orders may use each; one where nothing is said. */
  readonly codeLimit?: number | null;
  readonly newToken: () => string;
};

/** Why a text cannot stand before codes; undefined where it can. */
export const prefixTrouble = (typed: string): string | undefined =>
  /^[\p{L}\p{N}_-]{0,20}$/u.test(codeKey(typed)) && codeKey(typed).length === typed.replaceAll(/\s/g, "").length
    ? undefined
    : "Use up to 20 letters, digits, hyphens or underscores.";

/** Makes codes of which no two are the same, nor like one that there is: the table sees to that. Answers them in order. */
export async function makeCodes(tx: Tx, making: MakingCodes): Promise<readonly string[]> {
  const { promotionId, count, prefix = "", codeLimit = 1, newToken } = making;
  const source = codes(newToken);
  const made: string[] = [];
  while (made.length < count) {
    const wanted = Array.from({ length: count - made.length }, () => `${codeKey(prefix)}${source.next().value}`);
    made.push(...(await insertCodes(tx, promotionId, wanted, codeLimit)));
  }
  return made.toSorted();
}
