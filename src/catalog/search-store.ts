import type { Reader } from "#db/open.ts";
import { mostHits, searchFor } from "#db/search.ts";
import { cardFields } from "./card-store.ts";
import { insteadOf, readSearch } from "./typed-search.ts";

const ask = searchFor(cardFields);

/** Products for what somebody typed, best first. One statement, two where a slip in it was mended. */
export async function searchProducts(db: Reader, text: string, { limit = 24, offset = 0 } = {}) {
  const typed = readSearch(text);
  if (typed.words.length === 0) return { cards: [], total: 0, isMore: false, meant: undefined };
  const wanted = { words: typed.words.map((word) => [word]) };
  const first = await ask(db, wanted, { slips: typed.slips, limit, offset });
  const instead = insteadOf(typed, first);
  if (!instead) return answer(first, undefined);

  const second = await ask(db, { words: instead.groups }, { limit, offset });
  return second.total > first.total ? answer(second, instead.meant) : answer(first, undefined);
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
