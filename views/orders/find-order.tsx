import { paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";

export type FindProps = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

const titleOf = ({ errors }: FindProps) => `${Object.keys(errors).length > 0 ? "Error: " : ""}Where is my order?`;

export function FindOrderPage({ shell, ...props }: FindProps & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title={titleOf(props)} robots="noindex">
      <div class="wrap narrow page">
        <FindForm {...props} />
      </div>
    </Layout>
  );
}

export function FindOrderPart(props: FindProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <FindForm {...props} />
    </>
  );
}

/** An order by its number and the address it was placed with, for whoever has lost the letter. */
function FindForm({ typed, errors }: FindProps) {
  return (
    <div class="stack" id="find-order">
      <ErrorSummary errors={errors} />
      <h1>Where is my order?</h1>
      <p>Both stand in the letter that came when you ordered.</p>
      <form
        class="stack"
        method="post"
        action={paths.orderFind}
        hx-post={paths.orderFind}
        hx-target="#find-order"
        hx-swap="outerMorph"
        novalidate
      >
        <Field
          name="number"
          label="Order number"
          value={typed["number"]}
          error={errors["number"]}
          maxlength={40}
          short
        />
        <Field
          name="email"
          label="Email"
          type="email"
          value={typed["email"]}
          error={errors["email"]}
          autocomplete="email"
          maxlength={254}
        />
        <p>
          <Button>Find it</Button>
        </p>
      </form>
    </div>
  );
}
