import type { May } from "#src/accounts/permissions.ts";
import { link, paths } from "#src/paths.ts";
import type { Cents } from "#src/pricing/money.ts";
import { Picture } from "#views/ui/picture.tsx";
import { StateForm } from "./product-state.tsx";
import { ProductStatus } from "./status.tsx";
import { maySku, SkuBox, VariantCells } from "./variant-cells.tsx";

export type DeskVariant = {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly price: Cents;
  readonly stock: number;
  readonly tracked: boolean;
  /** How many asked to be told when it is back. */
  readonly waiting: number;
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
  /** On the product's own page: its name stands above, numbers can be changed, and one comes back there. */
  readonly inEditor?: boolean | undefined;
};

/** One product's rows: what htmx puts in place after a change. */
export function ProductRows(props: ProductRowsProps) {
  const { product, may, refused, inEditor = false } = props;
  const several = product.variants.length > 1;
  return (
    <tbody id={`product-${product.id}`}>
      {product.variants.map((variant, at) => (
        <tr>
          <th scope="row" class="grow">
            {at === 0 && !inEditor ? <Name product={product} /> : null}
            {several || inEditor ? <small safe>{several ? variant.name : product.title}</small> : null}
          </th>
          <td class={maySku(props) ? undefined : "whole"} data-label={maySku(props) ? "Number" : undefined}>
            {maySku(props) ? (
              <SkuBox product={product} variant={variant} refused={refused} />
            ) : (
              <code safe>{variant.sku}</code>
            )}
          </td>
          <VariantCells {...props} variant={variant} />
          <td class="whole">
            {at > 0 ? null : may("products.edit") ? (
              <StateForm
                product={product}
                inEditor={inEditor}
                trouble={refused?.id === product.id ? refused.message : undefined}
              />
            ) : (
              <ProductStatus {...product} />
            )}
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
        <a href={link(paths.adminProduct, { id: product.id })} safe>
          {product.title}
        </a>
        <small safe>{product.vendor}</small>
      </span>
    </span>
  );
}
