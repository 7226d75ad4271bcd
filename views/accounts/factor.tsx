import type { FactorView } from "#src/accounts/factor-acts.ts";
import type { FieldRules } from "#src/web/forms.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Door } from "./door.tsx";

type Props = {
  readonly view: FactorView;
  readonly fields: FieldRules<"code">;
  /** Its own address, and where to go on to. */
  readonly action: string;
  readonly goOn: string;
  /** Why it has to be done now, where it has to. */
  readonly why?: string | undefined;
};

const titles = { offer: "A second step", on: "Your second step", codes: "Your recovery codes" } as const;
const titleOf = (view: FactorView) => `${"error" in view && view.error ? "Error: " : ""}${titles[view.kind]}`;

/** The second step of a customer: setting it up, and what can be done with it. */
export function FactorPage({ shell, ...props }: Props & { readonly shell: Shell }) {
  return (
    <Layout shell={shell} title={titleOf(props.view)} robots="noindex">
      <div class="wrap narrow page">
        <Factor {...props} />
      </div>
    </Layout>
  );
}

/** The same for a member of staff. */
export function DeskFactorPage({ shopName, ...props }: Props & { readonly shopName: string }) {
  return (
    <Door title={titleOf(props.view)} shopName={shopName}>
      <Factor {...props} />
    </Door>
  );
}

function Factor(props: Props) {
  const { view } = props;
  const error = "error" in view ? view.error : undefined;
  return (
    <div class="stack">
      <ErrorSummary errors={error === undefined ? {} : { code: error }} />
      <h1>{titles[view.kind]}</h1>
      {view.kind === "offer" ? <Offer {...props} view={view} /> : null}
      {view.kind === "on" ? <On {...props} view={view} /> : null}
      {view.kind === "codes" ? <Codes {...props} view={view} /> : null}
    </div>
  );
}

type Of<Kind extends FactorView["kind"]> = Props & { readonly view: Extract<FactorView, { readonly kind: Kind }> };

function Offer({ view, fields, action, why }: Of<"offer">) {
  const { size, path } = view.square;
  return (
    <>
      {why === undefined ? null : (
        <p class="notice">
          <span safe>{why}</span>
        </p>
      )}
      <p>
        With an app that shows codes (any will do), a password that somebody else knows opens nothing. Let the app read
        this square, or type the letters into it.
      </p>
      <svg viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label="The square for your app">
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" shape-rendering="crispEdges" />
      </svg>
      <p>
        <a href={view.address}>Open it in an app on this device</a>
      </p>
      <p>
        <code safe>{(view.seed.match(/.{1,4}/g) ?? []).join(" ")}</code>
      </p>
      <form class="stack" method="post" action={action} novalidate>
        <input type="hidden" name="sealed" value={view.sealed} />
        <FormField rule={fields.code} error={view.error} />
        <Button wide name="act" value="confirm">
          Turn it on
        </Button>
      </form>
    </>
  );
}

function On({ view, fields, action, goOn }: Of<"on">) {
  return (
    <>
      <p>Signing in takes your password and a code of your app.</p>
      <p safe>
        {view.left === 1
          ? "One recovery code is left: make new ones."
          : `${view.left} recovery codes are left, for the day the app is lost.`}
      </p>
      <form class="stack" method="post" action={action} novalidate>
        <FormField rule={fields.code} error={view.error} />
        <Button quiet name="act" value="renew">
          Make new recovery codes
        </Button>
        <Button quiet name="act" value="end">
          Turn it off
        </Button>
      </form>
      <p>
        <a href={goOn}>Leave it as it is</a>
      </p>
    </>
  );
}

function Codes({ view, goOn }: Of<"codes">) {
  return (
    <>
      <p>Print them or write them down: they are shown this once. Each works once, in place of a code of the app.</p>
      <ul class="stack" role="list">
        {view.codes.map((code) => (
          <li>
            <code safe>{code}</code>
          </li>
        ))}
      </ul>
      <Button href={goOn}>I have kept them</Button>
    </>
  );
}
