import { paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Desk, type DeskProps } from "./desk.tsx";
import { ProductRows, type DeskProduct, type VariantRefusal } from "./product-rows.tsx";

export type ProductListProps = {
  readonly desk: DeskProps;
  readonly products: readonly DeskProduct[];
  readonly currency: string;
  readonly q: string;
  readonly status: string;
  readonly total: number;
  readonly newer: string | undefined;
  readonly older: string | undefined;
  readonly refused?: VariantRefusal | undefined;
};

const tabs = [
  ["", "All"],
  ["active", "On the cart"],
  ["draft", "Drafts"],
  ["archived", "Put away"],
] as const;

/** Products with their kinds: price, stock and state are changed where they stand. */
export function ProductListPage(props: ProductListProps) {
  const { desk, products, currency, q, status, total, newer, older } = props;
  return (
    <Desk {...desk} searchIn={paths.adminProducts} q={q}>
      <div class="head">
        <h1>Products</h1>
        <span class="soft" safe>
          {total === 1 ? "One product" : `${total.toLocaleString("en-US")} products`}
        </span>
        <div class="push row">
          {desk.may("products.import") ? (
            <a class="button quiet" href={paths.adminImport}>
              Import products
            </a>
          ) : null}
          {desk.may("products.price") ? (
            <a class="button" href={paths.adminProductNew}>
              <Icon name="plus" />
              New product
            </a>
          ) : null}
        </div>
      </div>
      <section class="panel" aria-label="Product list">
        <nav class="tabs" aria-label="By state">
          {tabs.map(([value, words]) => (
            <a href={`${paths.adminProducts}?status=${value}`} aria-current={value === status ? "page" : undefined}>
              {words}
            </a>
          ))}
        </nav>
        {products.length === 0 ? (
          <div class="pad">
            <p>
              {q === ""
                ? "Nothing here yet. Write your first product, or bring them all in by a file."
                : "Nothing by that name or number."}
            </p>
          </div>
        ) : (
          <div class="scroll" tabindex="0" role="group" aria-label="Products, scrolls sideways on a narrow screen">
            <table class="table slips">
              <caption class="visually-hidden">Products and their kinds</caption>
              <thead>
                <tr>
                  <th scope="col">Product</th>
                  <th scope="col">Number</th>
                  <th scope="col" safe>{`Price, ${currency}`}</th>
                  <th scope="col">Stock</th>
                  <th scope="col">State</th>
                </tr>
              </thead>
              {products.map((product) => (
                <ProductRows product={product} currency={currency} refused={props.refused} may={desk.may} />
              ))}
            </table>
          </div>
        )}
      </section>
      <p class="row">
        {newer ? <a href={newer}>Page before</a> : null}
        {older ? <a href={older}>Next page</a> : null}
      </p>
    </Desk>
  );
}
