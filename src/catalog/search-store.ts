import type { Reader } from "#db/open.ts";
import { mostHits, searchFor } from "#db/search.ts";
import { cardFields } from "./card-store.ts";
import { meantBy, readSearch } from "./typed-search.ts";

const ask = searchFor(cardFields);

/** Below so few the words that may have been meant are looked for as well. */
const poor = 3;

/** Products for what somebody typed, best first. One statement, two where a slip in it was mended. */
export async function searchProducts(db: Reader, text: string, { limit = 24, offset = 0 } = {}) {
  const typed = readSearch(text);
  if (typed.words.length === 0) return { cards: [], total: 0, isMore: false, meant: undefined };
  const wanted = { words: typed.words.map((word) => [word]) };
  const first = await ask(db, wanted, { slips: typed.slips, limit, offset });
  const groups = first.total < poor ? meantBy(typed, first.slips) : undefined;
  if (!groups) return answer(first, undefined);

  const meant = groups.map((group) => group.at(first.total === 0 ? 1 : 0) ?? group[0] ?? "").join(" ");
  const second = await ask(db, { words: groups }, { limit, offset });
  return second.total > first.total ? answer(second, first.total === 0 ? meant : undefined) : answer(first, undefined);
}

type Found = Awaited<ReturnType<typeof ask>>;

const answer = ({ hits, total, looked }: Found, meant: string | undefined) => ({
  cards: hits,
  total,
  /** More than were looked at. */
  isMore: looked >= mostHits,
  /** What was looked for instead, when nothing has the words as they were typed. */
  meant,
});
