import { paths } from "#src/paths.ts";
import { Button } from "#views/ui/button.tsx";
import { Field } from "#views/ui/field.tsx";

export type TryProps = {
  /** As it was sent: any of it may be changed by who is in front of the browser. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly answer:
    { readonly title: string; readonly quantity: number; readonly unit: string; readonly sum: string } | undefined;
};

/** A form that offers a price of its own, and what the shop says to it. */
export function TryPart({ typed, errors, answer }: TryProps) {
  return (
    <div class="stack" id="try-price">
      <p class="code-name">What goes out</p>
      <pre tabindex="0">
        <code safe>{`POST ${paths.cartItems}\n${new URLSearchParams(typed)}`}</code>
      </pre>
      <form
        class="stack narrow"
        method="post"
        action={`${paths.guide}#try`}
        hx-post={paths.guide}
        hx-target="#try-price"
        hx-swap="outerMorph"
      >
        <Field name="handle" label="Product" value={typed["handle"]} error={errors["handle"]} maxlength={200} />
        <Field name="quantity" label="Quantity" value={typed["quantity"]} error={errors["quantity"]} short />
        <Field
          name="price"
          label="Price"
          hint="Write any price you like."
          value={typed["price"]}
          maxlength={40}
          short
        />
        <p>
          <Button>Send it</Button>
        </p>
      </form>
      <div role="status" class="stack">
        {answer === undefined ? null : (
          <>
            <p class="code-name">What the shop says</p>
            <ul>
              <li>
                <code>handle</code>: looked up in the books. It must be on sale.
              </li>
              <li>
                <code>quantity</code>: a whole number from 1 to 99, checked here, whatever the field allowed.
              </li>
              <li>
                <code>price</code>: no rule asks for it, so nobody reads it. Neither would it be read by the cart.
              </li>
            </ul>
            <p>
              <strong safe>{`${answer.quantity} × ${answer.title}: ${answer.sum}.`}</strong>{" "}
              <span safe>
                {`It read the product and the quantity, and looked up ${answer.unit} itself. The price that was sent${
                  typed["price"] ? `, ${typed["price"]},` : ""
                } was not read by anybody.`}
              </span>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
