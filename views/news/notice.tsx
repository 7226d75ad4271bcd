import { paths } from "#src/paths.ts";
import { TellMeForm, tellMeId } from "#views/catalog/tell-me.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { AskSystem } from "./listen.tsx";

type Props = {
  /** "Linen apron, Oat" */
  readonly name: string;
  /** Where it is sold. */
  readonly href: string;
  readonly handle: string;
  readonly variant: string;
  readonly refused: { readonly typed: string; readonly error: string };
};

/** The form by itself, for who comes without scripts and typed what is no address. */
export function NoticePage({ shell, name, href, ...form }: Props & { readonly shell: PageShell }) {
  const heading = "Tell me when it is back";
  return (
    <Layout shell={shell} title={`Error: ${heading}`} robots="noindex">
      <div class="wrap narrow page">
        <ErrorSummary errors={{ email: form.refused.error }} ids={{ email: tellMeId }} />
        <Crumbs
          trail={[
            { title: "Stall", href: paths.home },
            { title: name, href },
          ]}
          here={heading}
        />
        <section class="stack" id="tell-me" aria-labelledby="tell-me-h">
          <h1 id="tell-me-h">{heading}</h1>
          <TellMeForm {...form} />
        </section>
      </div>
    </Layout>
  );
}

/** The same below the button of the product. */
export function NoticePart({ handle, variant, refused }: Omit<Props, "name" | "href">) {
  return (
    <section class="slip" id="tell-me" aria-labelledby="tell-me-h">
      <h2 id="tell-me-h">Tell me when it is back</h2>
      <TellMeForm handle={handle} variant={variant} refused={refused} />
    </section>
  );
}

/** What stands there once the address was taken. */
export function NoticeTaken({ message }: { readonly message: string }) {
  return (
    <section class="slip" id="tell-me" aria-labelledby="tell-me-h">
      <h2 id="tell-me-h" tabindex="-1" autofocus>
        We will tell you
      </h2>
      <Notice message={message} tone="ok" />
      <p class="gap-above">
        <a href={paths.news}>What you wait for</a>
      </p>
      <AskSystem />
    </section>
  );
}
