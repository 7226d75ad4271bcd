// Words as the search compares them: small letters without accents. Both databases get them cut up already, so that
// they find the same.

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** "Crème Brûlée, Größe" becomes "creme brulee, grosse". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => plain[letter] ?? letter);
}

/** Scripts that set no spaces: each sign is a word there, so that any part of a name is found. */
const unspaced = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;

/** At most `most` words of a text, in its order. A word is cut at 40 signs, on both sides of the search alike. */
export function wordsOf(text: string, most = 2000): string[] {
  const found = fold(text)
    .replace(unspaced, " $1 ")
    .matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  return found
    .take(most)
    .map(([word]) => short(word))
    .toArray();
}

/** Not through the middle of a sign. */
const short = (word: string) => (word.length <= 40 ? word : [...word].slice(0, 40).join(""));

/** "T-shirt" is also looked for as "tshirt", and "TOL-MUG" as "tolmug": the joined forms of what hyphens and the like part. */
export function joinedWordsOf(text: string): string[] {
  const found = fold(text).matchAll(/[\p{L}\p{N}]+(?:[-./'’][\p{L}\p{N}]+)+/gu);
  return found.map(([word]) => short(word.replace(/[-./'’]/g, ""))).toArray();
}

/** Whether a slip of the finger in this word is worth mending: letters only, and enough of them. */
export const isMendable = (word: string): boolean => /^\p{L}{4,24}$/u.test(word);

/** The word, and the word with each of its letters left out: two words with one slip between them share one of these. */
export function slipsOf(word: string): string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, index) => letters.toSpliced(index, 1).join(""))])];
}

/** Whether one letter too many, too few, wrong, or two changed about make the one word out of the other. */
export function isOneSlip(typed: string, meant: string): boolean {
  const [left, right] = [[...typed], [...meant]];
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (a.length + b.length === 0) return false;
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}
