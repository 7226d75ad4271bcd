import type { Shortage } from "#src/checkout/place-order.ts";
import { paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";

type Props = { readonly short: readonly Shortage[] };

/** Somebody was quicker: what is not there any more, and what can be done. Nothing was ordered. */
export function GonePage({ shell, short }: Props & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title="Checkout: not all of it is there" robots="noindex">
      <div class="wrap page">
        <Gone short={short} />
      </div>
    </Layout>
  );
}

export function GonePart({ short }: Props) {
  return (
    <>
      <title>Checkout: not all of it is there</title>
      <Gone short={short} />
    </>
  );
}

function Gone({ short }: Props) {
  return (
    <div class="stack" id="checkout">
      <h1 tabindex="-1" autofocus>
        Somebody was quicker
      </h1>
      <p>Nothing was ordered and nothing is charged. This is not on the shelf any more:</p>
      <ul>
        {short.map(({ title, options, wanted, left }) => (
          <li>
            <strong safe>{[title, options].filter((part) => part !== "").join(", ")}</strong>
            <span
              safe
            >{`: you wanted ${wanted}, ${left === 0 ? "none is" : left === 1 ? "one is" : `${left} are`} left.`}</span>
          </li>
        ))}
      </ul>
      <p class="row">
        <Button href={paths.cart}>Change the cart</Button>
        <a href={paths.home}>Look for something else</a>
      </p>
    </div>
  );
}
