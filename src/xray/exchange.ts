/** One request and what came of it, as the X-ray shows it. Holds no cookie, and none of the keys that some links are. */
export type Exchange = {
  readonly at: Date;
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  readonly status: number;
  /** Of the body, before it is compressed; undefined where it is not known beforehand. */
  readonly bytes: number | undefined;
  /** Milliseconds in the shop. */
  readonly took: number;
  /** The source file whose route decided. */
  readonly file: string;
  /** The page was kept from before: no route was asked. */
  readonly isKept: boolean;
  readonly isPart: boolean;
  readonly sent: readonly (readonly [name: string, value: string])[];
  /** Those that say what htmx and the browser are to do with the answer. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body as text, cut where it is long; undefined where it is none, or holds what is somebody's own. */
  readonly received: string | undefined;
};

export type ExchangeBook = {
  note(owner: string, exchange: Exchange): void;
  /** The last ones, the newest first. */
  of(owner: string): readonly Exchange[];
  forget(owner: string): void;
};

const mostOwners = 40;
const mostEach = 12;
/** Milliseconds after which nobody looks at them any more. */
const longest = 15 * 60_000;

/** The last exchanges of those who look, in the memory of this process and nowhere else. */
function exchangeBook(now: () => Date): ExchangeBook {
  const owners = new Map<string, readonly Exchange[]>();
  const fresh = (all: readonly Exchange[]) => all.filter(({ at }) => now().getTime() - at.getTime() < longest);
  return {
    note(owner, exchange) {
      const all = [exchange, ...fresh(owners.get(owner) ?? [])].slice(0, mostEach);
      owners.delete(owner); // a Map keeps the order of insertion: put last who was here last
      owners.set(owner, all);
      for (const [oldest, theirs] of owners) {
        if (owners.size <= mostOwners && fresh(theirs).length > 0) break;
        owners.delete(oldest);
      }
    },
    of: (owner) => fresh(owners.get(owner) ?? []),
    forget: (owner) => void owners.delete(owner),
  };
}

const books = new WeakMap<object, ExchangeBook>();

/** The one book of a shop. */
export function bookOf(deps: { readonly now: () => Date }): ExchangeBook {
  const book = books.get(deps) ?? exchangeBook(deps.now);
  books.set(deps, book);
  return book;
}
