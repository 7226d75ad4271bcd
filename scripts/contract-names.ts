/** A test's name, or that of a group around it, begins with the statements that it shows: "S10 to S12, S21: ...". */
const ids = /(?:^|\s)((?:[A-Z]\d{1,2}(?:, | to | and ))*[A-Z]\d{1,2}):/g;
const range = /S([1-9]\d?) to S([1-9]\d?)|\bS([1-9]\d?)\b/g;

/** The numbers that a name shows, each once. S01 to S09, with a nought, are checks of security and none of these. */
export function statementsOf(name: string): readonly number[] {
  const found = [...name.matchAll(ids)].flatMap(([, list = ""]) =>
    [...list.matchAll(range)].flatMap(([, from, to, single]) => {
      if (single !== undefined) return [Number(single)];
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at);
    }),
  );
  return [...new Set(found)].filter((number) => number >= 1 && number <= 63);
}

/** Names of tests and groups as they stand in a file. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:test|describe|journey)(?:\.\w+(?:\([^()]*\))?)*\(\s*(["'`])([^\n]*?)\1\s*,/g)].map(
    ([, , name = ""]) => name,
  );
