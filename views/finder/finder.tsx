import { paths } from "#src/paths.ts";
import { ProductGrid, type ProductCardProps } from "#views/catalog/product-card.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Crumbs } from "#views/ui/crumbs.tsx";

type Steps = {
  readonly title: string;
  readonly intro: string;
  /** What was answered so far, as fields of a form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The same in words. */
  readonly said: readonly string[];
  /** From 1. */
  readonly step: number;
  readonly steps: number;
};
type Asking = { readonly question: string; readonly answers: readonly string[] };
type Found = { readonly cards: readonly ProductCardProps[]; readonly currency: string };
export type FinderProps = Steps & (Asking | Found);

/** One question at a time, then what was found. */
export function FinderPage({ shell, ...props }: FinderProps & { readonly shell: PageShell }) {
  return (
    <Layout
      shell={shell}
      title={titleOf(props)}
      description={props.intro}
      canonical={paths.finder}
      robots={props.step === 1 ? undefined : "noindex"}
    >
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here={props.title} />
        <FinderBody {...props} />
      </div>
    </Layout>
  );
}

export function FinderPart(props: FinderProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <FinderBody {...props} />
    </>
  );
}

const titleOf = (props: FinderProps) =>
  "question" in props ? `${props.title}: ${props.step} of ${props.steps}` : `${props.title}: what we found`;

function FinderBody(props: FinderProps) {
  const { title, intro, step } = props;
  return (
    <div class="finder" id="finder">
      <div class="page-head">
        <h1 safe>{title}</h1>
        {step === 1 ? <p safe>{intro}</p> : null}
      </div>
      {"question" in props ? <Ask {...props} /> : <Show {...props} />}
    </div>
  );
}

const swap = { "hx-target": "#finder", "hx-swap": "outerHTML" } as const;

function Ask({ question, answers, fields, step, steps }: Steps & Asking) {
  return (
    <form class="stack narrow" action={paths.finder} hx-get={paths.finder} {...swap}>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="small soft" id="finder-step">
        {`Question ${step} of ${steps}` as "safe"}
        <progress class="visually-hidden" max={String(steps)} value={String(step - 1)} aria-labelledby="finder-step" />
      </p>
      <fieldset class="field">
        <legend class="h2" id="finder-question" tabindex="-1" autofocus={step > 1}>
          <span safe>{question}</span>
        </legend>
        {answers.map((label, at) => (
          <label class="check">
            <input type="radio" name={`q${step}`} value={String(at + 1)} required id={`answer-${at + 1}`} />
            <span safe>{label}</span>
          </label>
        ))}
      </fieldset>
      <p class="row">
        <Button>{step === steps ? "Show what you found" : "Next"}</Button>
        <button class="button quiet" name={`q${step}`} value="skip" formnovalidate>
          Skip it
        </button>
      </p>
      {step > 1 ? <Back fields={fields} /> : null}
    </form>
  );
}

function Back({ fields }: Pick<Steps, "fields">) {
  const before = new URLSearchParams(fields.slice(0, -1).map(([name, value]) => [name, value]));
  const href = before.size === 0 ? paths.finder : `${paths.finder}?${before}`;
  return (
    <p class="row small">
      <a href={href}>Back</a>
      <a href={paths.finder}>Begin again</a>
    </p>
  );
}

function Show({ cards, currency, said, fields }: Steps & Found) {
  return (
    <div class="stack">
      <p class="lead" id="finder-found" tabindex="-1" autofocus>
        {said.length === 0 ? (
          "You skipped every question, so there is nothing to go by."
        ) : (
          <span safe>{`You said: ${said.join("; ")}.`}</span>
        )}
      </p>
      {cards.length > 0 ? <ProductGrid cards={cards} currency={currency} level="h2" /> : null}
      {cards.length === 0 && said.length > 0 ? <p>Nothing that fits is on the stall today.</p> : null}
      <Back fields={fields} />
    </div>
  );
}
