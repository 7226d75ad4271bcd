import type { May } from "../../accounts/permissions.ts";
import { writeList } from "../../catalog/import/own-text.ts";
import { loadPictures, loadRemoved } from "../../catalog/uploads/store.ts";
import type { Deps } from "../../deps.ts";
import { ShopError } from "../../web/shop-error.ts";
import type { DeskProps } from "#views/admin/desk.tsx";
import { ProductEditorPage } from "#views/admin/product-editor.tsx";
import type { AllKindsProps } from "#views/admin/product-kinds.tsx";
import type { VariantRefusal } from "#views/admin/product-rows.tsx";
import type { WordsProps } from "#views/admin/product-words.tsx";
import { sharedTexts } from "./all-kinds.ts";
import { descriptionText } from "./description-text.ts";
import { loadKinds } from "./kinds-store.ts";
import { loadWords, type NewWords } from "./editor-store.ts";
import { listShelves, shelvesOf } from "./new-store.ts";
import { shownProduct } from "./shown-product.ts";
import { loadDeskProduct } from "./store.ts";

type Asked = {
  readonly id: string;
  readonly desk: (title: string) => Promise<DeskProps>;
  readonly may: May;
  /** Files that were not taken. */
  readonly refused?: readonly string[];
  /** A picture that was just taken away. */
  readonly removed?: string;
  /** What was typed and refused, in place of what is there. */
  readonly words?: Omit<WordsProps, "id">;
  readonly variant?: VariantRefusal | undefined;
  /** What was typed for all kinds and refused. */
  readonly kinds?: Pick<AllKindsProps, "typed" | "errors">;
  /** A shelf that it could not be put on, and the name that was typed. */
  readonly shelf?: { readonly trouble: string; readonly typed: string };
};

/** What stands in the form: everything as text. */
export const asTyped = (words: NewWords): Record<string, string> => ({
  ...words,
  description: descriptionText(words.description),
  tags: writeList(words.tags),
});

/** A product's page at the desk, drawn whole. */
export async function editorPage(deps: Deps, asked: Asked) {
  const { id, desk, may, refused, removed, words, variant, shelf, kinds } = asked;
  const { read } = deps.store;
  const [row, own, pictures, { currency }, on, shelves, each] = await Promise.all([
    loadDeskProduct(read, id),
    loadWords(read, id),
    loadPictures(read, id),
    deps.shop.read(),
    shelvesOf(read, id),
    listShelves(read),
    loadKinds(read, id),
  ]);
  if (!row || !own) throw new ShopError("not_found", "That article is gone.");
  const canBePutBack = removed !== undefined && (await loadRemoved(read, id, removed)) ? removed : undefined;
  const { version, ...said } = own;
  const mayEdit = may("products.edit");
  return (
    <ProductEditorPage
      desk={await desk(row.title)}
      product={shownProduct(row)}
      currency={currency}
      words={mayEdit ? { id, ...(words ?? { version, typed: asTyped(said) }) } : undefined}
      pictures={{ product: row, pictures, mayEdit, refused, removed: mayEdit ? canBePutBack : undefined }}
      shelves={{
        id,
        on,
        others: shelves.filter((each) => !on.some((there) => there.id === each.id)),
        mayEdit,
        ...shelf,
      }}
      allKinds={may("products.price") ? { id, currency, was: sharedTexts(each, currency), ...kinds } : undefined}
      variant={variant}
    />
  );
}
