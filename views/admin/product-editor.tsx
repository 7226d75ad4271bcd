import { link, paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "./desk.tsx";
import { AllKinds, type AllKindsProps } from "./product-kinds.tsx";
import { PicturesPanel, type PicturesProps } from "./product-pictures.tsx";
import { ProductRows, type DeskProduct, type VariantRefusal } from "./product-rows.tsx";
import { WordsForm, type WordsProps } from "./product-words.tsx";
import { ShelvesPanel, type ShelvesProps } from "./product-shelves.tsx";
import { ProductStatus } from "./status.tsx";

export type EditorProps = {
  readonly desk: DeskProps;
  readonly product: DeskProduct;
  readonly currency: string;
  /** Undefined for who may only look. */
  readonly words: WordsProps | undefined;
  readonly pictures: PicturesProps;
  readonly shelves: ShelvesProps;
  /** Undefined for whose role has no prices. */
  readonly allKinds: AllKindsProps | undefined;
  readonly variant?: VariantRefusal | undefined;
};

/** One product: its words, its pictures, its kinds. */
export function ProductEditorPage(props: EditorProps) {
  const { desk, product, currency, words, pictures, shelves, allKinds, variant } = props;
  const { title, handle, status, available, variants } = product;
  return (
    <Desk {...desk} searchIn={paths.adminProducts} scripts={pictures.mayEdit ? ["upload.js"] : []}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminProducts}>Products</a>
        </p>
        <h1 safe>{title}</h1>
        <ProductStatus status={status} available={available} />
        {status === "active" ? (
          <div class="push row">
            <a class="button quiet" href={link(paths.product, { handle })}>
              See it in the shop
            </a>
          </div>
        ) : null}
      </div>
      <PicturesPanel {...pictures} />
      <section class="panel" aria-labelledby="kinds-h">
        <div class="bar">
          <h2 id="kinds-h">{variants.length === 1 ? "Price and stock" : "Kinds"}</h2>
        </div>
        <div class="scroll" tabindex="0" role="group" aria-label="Kinds, scrolls sideways on a narrow screen">
          <table class="table slips">
            <caption class="visually-hidden">The product and its kinds</caption>
            <thead>
              <tr>
                <th scope="col">Kind</th>
                <th scope="col">Number</th>
                <th scope="col" safe>{`Price, ${currency}`}</th>
                <th scope="col">Stock</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <ProductRows product={product} currency={currency} may={desk.may} refused={variant} inEditor />
          </table>
        </div>
        {allKinds ? <AllKinds {...allKinds} /> : null}
      </section>
      <ShelvesPanel {...shelves} />
      {words ? <WordsForm {...words} /> : null}
    </Desk>
  );
}
