import type { May } from "#src/accounts/permissions.ts";
import { link, paths } from "#src/paths.ts";
import { plainMoney, type Cents } from "#src/pricing/money.ts";
import { Picture } from "#views/ui/picture.tsx";
import { StateForm } from "./product-state.tsx";
import { ProductStatus } from "./status.tsx";

export type DeskVariant = {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly price: Cents;
  readonly stock: number;
  readonly tracked: boolean;
  readonly version: number;
};

export type DeskProduct = {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly vendor: string;
  readonly status: string;
  readonly available: boolean;
  readonly picture: string;
  readonly version: number;
  readonly variants: readonly DeskVariant[];
};

export type VariantRefusal = {
  readonly id: string;
  readonly message: string;
  readonly typed: Readonly<Record<string, string>>;
};

export type ProductRowsProps = {
  readonly product: DeskProduct;
  readonly currency: string;
  readonly may: May;
  /** What was refused, by the id of the variant: the sentence and what was typed. */
  readonly refused?: VariantRefusal | undefined;
  readonly saved?: string | undefined;
};

/** One product's rows: what htmx puts in place after a change. */
export function ProductRows({ product, currency, may, refused, saved }: ProductRowsProps) {
  const several = product.variants.length > 1;
  return (
    <tbody id={`product-${product.id}`}>
      {product.variants.map((variant, at) => (
        <tr>
          <th scope="row" class="grow">
            {at === 0 ? <Name product={product} /> : null}
            {several ? <small safe>{variant.name}</small> : null}
          </th>
          <td class="whole">
            <code safe>{variant.sku}</code>
          </td>
          <VariantCells
            product={product}
            variant={variant}
            currency={currency}
            may={may}
            refused={refused}
            saved={saved}
          />
          <td class="whole">
            {at > 0 ? null : may("products.edit") ? <StateForm product={product} /> : <ProductStatus {...product} />}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Name({ product }: { readonly product: DeskProduct }) {
  return (
    <span class="thing">
      <Picture file={product.picture} alt="" width={34} height={42} />
      <span>
        <a href={link(paths.product, { handle: product.handle })} safe>
          {product.title}
        </a>
        <small safe>{product.vendor}</small>
      </span>
    </span>
  );
}

type CellProps = ProductRowsProps & { readonly variant: DeskVariant };

function VariantCells({ product, variant, currency, may, refused, saved }: CellProps) {
  const action = link(paths.adminVariant, { id: variant.id });
  const wrong = refused?.id === variant.id ? refused : undefined;
  const named = product.variants.length > 1 ? `${product.title}, ${variant.name}` : product.title;
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
      </td>
    </>
  );
}

function ReadOnlyCells({ price, variant }: { readonly price: string; readonly variant: DeskVariant }) {
  return (
    <>
      <td data-label="Price" safe>
        {price}
      </td>
      <td data-label="Stock">{variant.tracked ? String(variant.stock) : "Not counted"}</td>
    </>
  );
}
