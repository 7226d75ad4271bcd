import { link, paths } from "#src/paths.ts";
import { plainMoney } from "#src/pricing/money.ts";
import type { DeskProduct, DeskVariant, ProductRowsProps } from "./product-rows.tsx";

/** Whether the number of a kind can be changed here. */
export const maySku = ({ inEditor, may }: ProductRowsProps) =>
  inEditor === true && may("stock.edit") && may("products.edit");

type SkuProps = Pick<ProductRowsProps, "product" | "refused"> & { readonly variant: DeskVariant };

export function SkuBox({ product, variant, refused }: SkuProps) {
  const { id, sku } = variant;
  return (
    <input
      class="input cell number"
      id={`sku-${id}`}
      form={`v-${id}`}
      name="sku"
      maxlength={80}
      autocomplete="off"
      value={refused?.id === id ? (refused.typed["sku"] ?? sku) : sku}
      aria-label={`Number of ${nameOf(product, variant)}`}
      data-submit=""
    />
  );
}

const nameOf = ({ title, variants }: DeskProduct, { name }: DeskVariant) =>
  variants.length > 1 ? `${title}, ${name}` : title;

type CellProps = ProductRowsProps & { readonly variant: DeskVariant };

/** Price and stock of a kind, changed where they stand. */
export function VariantCells({ product, variant, currency, may, refused, saved, inEditor }: CellProps) {
  const action = link(paths.adminVariant, { id: variant.id });
  const wrong = refused?.id === variant.id ? refused : undefined;
  const named = nameOf(product, variant);
  const form = `v-${variant.id}`;
  const price = wrong?.typed["price"] ?? plainMoney(variant.price, currency);
  if (!may("stock.edit")) return <ReadOnlyCells price={price} variant={variant} />;
  return (
    <>
      <td data-label="Price">
        <form
          id={form}
          method="post"
          action={action}
          hx-post={action}
          hx-target={`#product-${product.id}`}
          hx-swap="outerHTML"
        >
          <input type="hidden" name="version" value={String(variant.version)} />
          {inEditor ? <input type="hidden" name="at" value="editor" /> : null}
          {may("products.price") ? (
            <input
              class="input cell"
              id={`price-${variant.id}`}
              name="price"
              inputmode="decimal"
              autocomplete="off"
              value={price}
              aria-label={`Price of ${named}`}
              aria-invalid={wrong ? "true" : undefined}
              aria-describedby={wrong ? `wrong-${variant.id}` : undefined}
              data-submit=""
            />
          ) : (
            <>
              <input type="hidden" name="price" value={price} />
              <span safe>{price}</span>
            </>
          )}
          <button class="button quiet slim no-script">Save</button>
        </form>
        {wrong ? (
          <p class="error" id={`wrong-${variant.id}`} role="alert" safe>
            {wrong.message}
          </p>
        ) : null}
        {saved === variant.id ? (
          <p class="soft" role="status">
            Saved
          </p>
        ) : null}
      </td>
      <td data-label="Stock">
        {variant.tracked ? (
          <input
            class="input cell"
            id={`stock-${variant.id}`}
            form={form}
            name="stock"
            inputmode="numeric"
            autocomplete="off"
            value={wrong?.typed["stock"] ?? String(variant.stock)}
            aria-label={`Stock of ${named}`}
            data-submit=""
          />
        ) : (
          <span class="soft">Not counted</span>
        )}
        <Waiting count={variant.waiting} />
      </td>
    </>
  );
}

/** Who would buy it, if it were there. */
function Waiting({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p class="soft">
      <small>{count === 1 ? "One waits for it" : (`${count} wait for it` as "safe")}</small>
    </p>
  );
}

function ReadOnlyCells({ price, variant }: { readonly price: string; readonly variant: DeskVariant }) {
  return (
    <>
      <td data-label="Price" safe>
        {price}
      </td>
      <td data-label="Stock">
        {variant.tracked ? String(variant.stock) : "Not counted"}
        <Waiting count={variant.waiting} />
      </td>
    </>
  );
}
