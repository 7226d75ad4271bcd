import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Door } from "./door.tsx";
import { Button } from "#views/ui/button.tsx";

export type SaidProps = {
  readonly title: string;
  readonly sentences: readonly string[];
  /** One thing to press. It changes something, so it is a form. */
  readonly press?: { readonly action: string; readonly label: string } | undefined;
  /** Where to go on to. */
  readonly goOn?: { readonly href: string; readonly label: string } | undefined;
};

/** A page that says something about an account, and asks for one press at most. */
export function SaidPage({ shell, ...props }: SaidProps & { readonly shell: Shell }) {
  return (
    <Layout shell={shell} title={props.title} robots="noindex">
      <div class="wrap narrow page">
        <Said {...props} />
      </div>
    </Layout>
  );
}

/** The same before the desk. */
export function DeskSaidPage({ shopName, ...props }: SaidProps & { readonly shopName: string }) {
  return (
    <Door title={props.title} shopName={shopName}>
      <Said {...props} />
    </Door>
  );
}

/** The same in the place of the form that led here. */
export function SaidPart(props: SaidProps) {
  return (
    <>
      <title safe>{props.title}</title>
      <Said {...props} />
    </>
  );
}

function Said({ title, sentences, press, goOn }: SaidProps) {
  return (
    <div class="stack" id="ask" role="status" tabindex="-1" autofocus>
      <h1 safe>{title}</h1>
      {sentences.map((sentence) => (
        <p safe>{sentence}</p>
      ))}
      {press ? (
        <form method="post" action={press.action}>
          <Button>
            <span safe>{press.label}</span>
          </Button>
        </form>
      ) : null}
      {goOn ? (
        <p>
          <a href={goOn.href} safe>
            {goOn.label}
          </a>
        </p>
      ) : null}
    </div>
  );
}
