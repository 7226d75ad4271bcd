import { link, paths } from "#src/paths.ts";
import type { DeskProduct } from "./product-rows.tsx";
import { ProductStatus } from "./status.tsx";

const states = [
  ["active", "On the cart"],
  ["draft", "Draft"],
  ["archived", "Put away"],
] as const;

type Props = {
  readonly product: DeskProduct;
  readonly inEditor: boolean;
  /** Why what was chosen was not done. */
  readonly trouble: string | undefined;
};

/** Where a product stands, changed where it is shown. */
export function StateForm({ product, inEditor, trouble }: Props) {
  const action = link(paths.adminProduct, { id: product.id });
  return (
    <form method="post" action={action} hx-post={action} hx-target={`#product-${product.id}`} hx-swap="outerHTML">
      <input type="hidden" name="version" value={String(product.version)} />
      {inEditor ? <input type="hidden" name="at" value="editor" /> : null}
      {product.status === "active" && !product.available ? <ProductStatus status="active" available={false} /> : null}
      <select
        class="select"
        id={`state-${product.id}`}
        name="status"
        aria-label={`State of ${product.title}`}
        data-submit=""
      >
        {states.map(([value, words]) => (
          <option value={value} selected={value === product.status}>
            {words}
          </option>
        ))}
      </select>
      <button class="button quiet slim no-script">Save</button>
      {trouble ? (
        <p class="error" role="alert" safe>
          {trouble}
        </p>
      ) : null}
    </form>
  );
}
