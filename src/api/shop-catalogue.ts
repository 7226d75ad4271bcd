import type { Deps } from "#src/deps.ts";
import { loadProductPage } from "#src/catalog/product-store.ts";
import { searchProducts } from "#src/catalog/search-store.ts";
import { FieldsRefused } from "#src/web/shop-error.ts";
import { wrongCursor } from "./asked.ts";
import { hasCollection, loadCollections, loadNamed, loadNewest, type ListRow } from "./catalogue-store.ts";
import { readMomentKeys, readOffset, type Keys } from "./cursor.ts";
import { collectionOf, productOf, summaryOf, type Showing } from "./shown-goods.ts";
import type { Catalogue, Piece, ProductsAsked } from "./source.ts";

/** More hits than these no search answers. */
const mostHits = 240;

/** One more than was asked for tells whether there is a next piece. */
export function pieceOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  { show, keys }: { show: (row: Row) => T; keys: (row: Row) => Keys },
): Piece<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), next: rows.length > limit && last ? keys(last) : undefined };
}

/** The catalogue as the shop's database has it. */
export function shopCatalogue(deps: Deps, pictureAddress: Showing["pictureAddress"]): Catalogue {
  const { read } = deps.store;
  const showing = async (): Promise<Showing> => {
    const { currency } = await deps.shop.read();
    return { currency, origin: deps.config.url, pictureAddress };
  };

  async function newest(asked: ProductsAsked): Promise<Piece<ListRow>> {
    const after = asked.after && (readMomentKeys(asked.after) ?? wrongCursor());
    const rows = await loadNewest(read, asked, asked.limit + 1, after);
    return pieceOf(rows, asked.limit, { show: (row) => row, keys: (row) => [String(row.createdAt.getTime()), row.id] });
  }

  /** Best first; what passes the filters of that. */
  async function found(q: string, asked: ProductsAsked): Promise<Piece<ListRow>> {
    const offset = asked.after === undefined ? 0 : (readOffset(asked.after) ?? wrongCursor());
    const { cards } = await searchProducts(read, q, { limit: mostHits });
    const handles = cards.map(({ handle }) => handle);
    const byHandle = new Map((await loadNamed(read, handles, asked)).map((row) => [row.handle, row] as const));
    const rows = handles.flatMap((handle) => byHandle.get(handle) ?? []);
    const end = offset + asked.limit;
    return { items: rows.slice(offset, end), next: rows.length > end ? [String(end)] : undefined };
  }

  return {
    async products(asked) {
      const { collection, q } = asked;
      if (collection !== undefined && !(await hasCollection(read, collection)))
        throw new FieldsRefused({ collection: "There is no such collection." });
      const piece = q === undefined ? await newest(asked) : await found(q, asked);
      const how = await showing();
      return { ...piece, items: piece.items.map((row) => summaryOf(row, how)) };
    },

    async product(handle) {
      const rows = await loadProductPage(read, handle);
      return rows && productOf(rows, await showing());
    },

    async collections({ limit, after }) {
      const [title = "", id = ""] = after ?? [];
      if (after && after.length !== 2) wrongCursor();
      const rows = await loadCollections(read, limit + 1, after && { title, id });
      const how = await showing();
      return pieceOf(rows, limit, { show: (row) => collectionOf(row, how), keys: (row) => [row.title, row.id] });
    },
  };
}
