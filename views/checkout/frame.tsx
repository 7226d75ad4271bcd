import type { Children } from "@kitajs/html";
import { paths } from "#src/paths.ts";
import type { CheckedForm } from "#src/web/judge.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { WhyDialog } from "#views/ui/why-link.tsx";

export type CheckoutStep = "contact" | "delivery" | "payment";

type StepsProps = { readonly at: CheckoutStep; readonly digital: boolean };

const steps = [
  { step: "contact", title: "Contact and address", href: paths.checkout },
  { step: "delivery", title: "Delivery", href: paths.checkoutDelivery },
  { step: "payment", title: "Payment", href: paths.checkoutPayment },
] as const;

/** Where one is; the steps behind can be gone back to. */
function Steps({ at, digital }: StepsProps) {
  const shown = steps.filter(({ step }) => !(digital && step === "delivery"));
  const here = shown.findIndex(({ step }) => step === at);
  return (
    <ol class="steps gap-above" role="list" aria-label="Steps">
      {shown.map(({ title, href }, index) =>
        index < here ? (
          <li>
            <a href={href}>{title}</a>
          </li>
        ) : (
          <li aria-current={index === here ? "step" : undefined}>{title}</li>
        ),
      )}
    </ol>
  );
}

export type PartProps = StepsProps & {
  readonly errors: Readonly<Record<string, string>>;
  /** The sum, beside the form. */
  readonly summary: JSX.Element;
  /** News above everything, such as what has changed meanwhile. */
  readonly news?: JSX.Element | undefined;
  readonly children: Children;
};

const titles: Readonly<Record<CheckoutStep, string>> = {
  contact: "Checkout",
  delivery: "Checkout: delivery",
  payment: "Checkout: payment",
};

const titleOf = ({ at, errors }: PartProps) => `${Object.keys(errors).length > 0 ? "Error: " : ""}${titles[at]}`;

/** What htmx puts in place: the form with its errors, and the sum. */
export function CheckoutPart(props: PartProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <CheckoutBody {...props} />
    </>
  );
}

type FrameProps = PartProps & {
  readonly shell: PageShell;
  readonly scripts?: readonly string[];
  readonly checks?: readonly CheckedForm[];
};

export function CheckoutFrame({ shell, scripts = [], checks, ...props }: FrameProps) {
  return (
    <Layout
      shell={shell}
      title={titleOf(props)}
      description={`Pay for what you chose at ${shell.shop.name}: contact, delivery and payment.`}
      scripts={[...scripts, "why.js"]}
      checks={checks}
    >
      <div class="wrap page">
        <CheckoutBody {...props} />
      </div>
      <WhyDialog />
    </Layout>
  );
}

function CheckoutBody({ at, digital, errors, news, summary, children }: PartProps) {
  return (
    <div class="sided" id="checkout">
      <div>
        <ErrorSummary errors={errors} />
        {(news ?? "") as "safe"}
        <h1 class={news === undefined ? undefined : "gap-above"}>Checkout</h1>
        <Steps at={at} digital={digital} />
        {children as "safe"}
      </div>
      <aside class="aside" aria-labelledby="sum-h">
        {summary as "safe"}
      </aside>
    </div>
  );
}
