/** Questions that lead to products; written by the shopkeeper. */
export type Finder = {
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly Question[];
};
export type Question = { readonly question: string; readonly answers: readonly Answer[] };
/** `products`: handles that this answer speaks for. */
export type Answer = { readonly label: string; readonly products: readonly string[] };

/** For each question the place of the answer that was chosen, from 0; null: skipped. */
export type Chosen = readonly (number | null)[];

/** How many things the finder shows. */
export const mostFound = 6;

/**
 * The products that the most answers speak for, the most spoken for first. Of equals the one that was named earlier: by
 * the first answer that named it, then by its place there. Nothing answered: nothing found.
 */
export function found({ questions }: Finder, chosen: Chosen): readonly string[] {
  const score = new Map<string, number>();
  questions.forEach(({ answers }, at) => {
    const answer = answers[chosen[at] ?? -1];
    for (const handle of new Set(answer?.products)) score.set(handle, (score.get(handle) ?? 0) + 1);
  });
  return [...score].toSorted(([, a], [, b]) => b - a).map(([handle]) => handle); // a Map keeps who came first
}

/** Reads `q1=2&q2=skip`: what was answered in order, up to the first question that was not. Anything else is not an answer. */
export function chosenIn({ questions }: Finder, query: URLSearchParams): Chosen {
  const chosen: (number | null)[] = [];
  for (const [at, { answers }] of questions.entries()) {
    const text = query.get(`q${at + 1}`) ?? "";
    if (text === "skip") chosen.push(null);
    else if (/^[1-9]\d?$/.test(text) && Number(text) <= answers.length) chosen.push(Number(text) - 1);
    else break;
  }
  return chosen;
}

/** The same as the fields of a form or an address. */
export const fieldsOf = (chosen: Chosen): readonly (readonly [string, string])[] =>
  chosen.map((answer, at) => [`q${at + 1}`, answer === null ? "skip" : String(answer + 1)]);
