import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";

export type AddRefusal = {
  readonly message: string;
  /** As it was typed. */
  readonly quantity: string;
  /** Fields that say which variant is meant: sent again as they came. */
  readonly choice: Readonly<Record<string, string>>;
  /** Its product, where there is one. */
  readonly product: { readonly handle: string; readonly title: string } | undefined;
};

type Props = { readonly shell: PageShell; readonly refusal: AddRefusal };

/** Without scripts: the quantity once more, with the reason beside it and what was typed still in it. */
export function AddRefusedPage({ shell, refusal }: Props) {
  const { message, quantity, choice, product } = refusal;
  const title = product?.title ?? "Into the cart";
  return (
    <Layout shell={shell} title={`Error: ${title}`} robots="noindex">
      <div class="wrap page">
        <ErrorSummary errors={{ quantity: message }} />
        <div class="page-head">
          <h1 safe>{title}</h1>
        </div>
        <form class="stack" method="post" action={paths.cartItems}>
          {Object.entries(choice).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Field name="quantity" label="How many" value={quantity} error={message} inputmode="numeric" short />
          <Button>Put in the cart</Button>
        </form>
        <p class="row small">
          {product ? <a href={link(paths.product, { handle: product.handle })}>Back to it</a> : null}
          <a href={paths.cart}>See the cart</a>
        </p>
      </div>
    </Layout>
  );
}
