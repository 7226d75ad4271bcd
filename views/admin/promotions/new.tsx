import { paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Desk, type DeskProps } from "../desk.tsx";

export type NewPromotionProps = {
  readonly desk: DeskProps;
  readonly currency: string;
  readonly collections: readonly { readonly handle: string; readonly title: string }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly preview: Preview | undefined;
};

/** What the form as it is filled in would do; or what is still missing. */
export type Preview = { readonly sentence: string; readonly ready: boolean };

export const doings = [
  ["percent", "A percentage off"],
  ["amount", "An amount off"],
  ["free-delivery", "Free delivery"],
  ["buy-get", "Buy some, get some"],
  ["tiers", "The more the cheaper"],
] as const;

/** A small form for the common kinds, with a sentence that says what it would do. */
export function NewPromotionPage(props: NewPromotionProps) {
  const { desk, errors, preview } = props;
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminPromotions}>Promotions</a>
        </p>
        <h1>New promotion</h1>
      </div>
      <ErrorSummary errors={errors} />
      <form
        class="split"
        id="new-promotion"
        method="post"
        action={paths.adminPromotionNew}
        hx-post={paths.adminPromotionPreview}
        hx-trigger="input delay:250ms"
        hx-target="#sentence"
        hx-swap="outerHTML"
        hx-sync="this:replace"
        data-quiet=""
      >
        <div>
          <What {...props} />
          <When {...props} />
        </div>
        <aside aria-label="What it will do">
          <section class="panel">
            <div class="bar">
              <h2>What it will do</h2>
            </div>
            <div class="pad">
              <Sentence preview={preview} />
              <p class="row">
                <button class="button">Make it</button>
                <button class="button quiet" formaction={paths.adminPromotionPreview}>
                  Preview
                </button>
              </p>
              <p class="soft">It is live at once, or from the day that you give.</p>
            </div>
          </section>
        </aside>
      </form>
    </Desk>
  );
}

/** What htmx puts in place as the form is filled in. */
export function Sentence({ preview }: { readonly preview: Preview | undefined }) {
  return (
    <p id="sentence" role="status" class={preview?.ready ? "" : "soft"} safe>
      {preview?.sentence ?? "Fill in what comes off: the sentence stands here."}
    </p>
  );
}

function What({ typed, errors, collections, currency }: NewPromotionProps) {
  const field = fieldsOf(typed, errors);
  return (
    <section class="panel" aria-labelledby="what-h">
      <div class="bar">
        <h2 id="what-h">What comes off</h2>
      </div>
      <div class="pad">
        <Field {...field("name")} label="Name" hint="Shoppers see it in the cart" maxlength={100} required />
        <Field {...field("does")} label="It takes off" options={doings.map(([value, label]) => ({ value, label }))} />
        <div class="fields" id="how-much">
          <Field
            {...field("value")}
            label="How much"
            hint={`10 for 10%, or 5.00 in ${currency}; a gift is free where left out`}
            inputmode="decimal"
            maxlength={20}
          />
        </div>
        <div class="fields" id="how-many">
          <Field {...field("buy")} label="Buy" hint="So many of them" inputmode="numeric" maxlength={5} />
          <Field {...field("get")} label="Get" hint="The cheapest; left out: one" inputmode="numeric" maxlength={5} />
        </div>
        <div class="fields" id="which-steps">
          <Field {...field("tiers")} label="Steps" hint="10:5%, 50:10% or 10:1.50" maxlength={200} />
        </div>
        <div class="fields">
          <Field
            {...field("collection")}
            label="Only in"
            options={[
              { value: "", label: "Everything" },
              ...collections.map(({ handle, title }) => ({ value: handle, label: title })),
            ]}
          />
          <Field {...field("tags")} label="Only with a tag" hint="Several with commas" maxlength={200} />
          <Field {...field("products")} label="Only these products" hint="Handles, with commas" maxlength={500} />
        </div>
      </div>
    </section>
  );
}

function When({ typed, errors, currency }: NewPromotionProps) {
  const field = fieldsOf(typed, errors);
  return (
    <section class="panel" aria-labelledby="when-h">
      <div class="bar">
        <h2 id="when-h">For whom and when</h2>
      </div>
      <div class="pad">
        <div class="fields">
          <Field {...field("codes")} label="Codes" hint="None: it holds for everybody" maxlength={500} />
          <Field {...field("minSpend")} label={`From, in ${currency}`} inputmode="decimal" maxlength={20} />
          <Field {...field("minQuantity")} label="From how many" inputmode="numeric" maxlength={5} />
        </div>
        <div class="fields">
          <Field {...field("starts")} label="Starts" hint="2026-12-01 or 2026-12-01 09:00" maxlength={20} />
          <Field {...field("ends")} label="Ends" hint="The first moment without it" maxlength={20} />
        </div>
        <div class="fields">
          <Field {...field("limit")} label="Orders in all" hint="Left out: any" inputmode="numeric" maxlength={9} />
          <Field {...field("perCustomer")} label="Orders of each customer" inputmode="numeric" maxlength={9} />
          <Field {...field("groups")} label="Only for groups" hint="Several with commas" maxlength={200} />
        </div>
        <Tick {...field("needsCode")} label="Needs a code, made by the hundred afterwards" />
        <Tick {...field("firstOrder")} label="Only for a first order" />
        <Tick {...field("notReduced")} label="Not on reduced goods" />
        <Tick {...field("alone")} label="With no other promotion beside it" />
      </div>
    </section>
  );
}

const fieldsOf =
  (typed: Readonly<Record<string, string>>, errors: Readonly<Record<string, string>>) => (name: string) => ({
    name,
    value: typed[name] ?? "",
    error: errors[name],
    autocomplete: "off",
  });

type TickProps = { readonly name: string; readonly value: string; readonly label: string };

function Tick({ name, value, label }: TickProps) {
  return (
    <p class="row">
      <input type="checkbox" id={name} name={name} value="yes" checked={value !== ""} />
      <label for={name} safe>
        {label}
      </label>
    </p>
  );
}
