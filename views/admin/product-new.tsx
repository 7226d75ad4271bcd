import { paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field, type FieldProps } from "#views/ui/field.tsx";
import { Desk, type DeskProps } from "./desk.tsx";

export type NewProductProps = {
  readonly desk: DeskProps;
  readonly currency: string;
  readonly shelves: readonly { readonly id: string; readonly title: string }[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: Readonly<Record<string, string>>;
};

/** A product written by hand: what it is, what it costs, and what one chooses of it. */
export function NewProductPage(props: NewProductProps) {
  const { desk, errors } = props;
  return (
    <Desk {...desk} searchIn={paths.adminProducts}>
      <ErrorSummary errors={errors} />
      <div class="head">
        <p class="crumb">
          <a href={paths.adminProducts}>Products</a>
        </p>
        <h1>New product</h1>
      </div>
      <form class="split" method="post" action={paths.adminProductNew} novalidate>
        <div>
          <What {...props} />
          <Choices {...props} />
        </div>
        <aside aria-label="Where it stands">
          <Where {...props} />
        </aside>
      </form>
    </Desk>
  );
}

const fieldOf =
  ({ typed, errors }: NewProductProps) =>
  (name: string, label: string, more: Partial<FieldProps> = {}) => (
    <Field {...{ name, label }} value={typed[name]} error={errors[name]} maxlength={200} autocomplete="off" {...more} />
  );

function What(props: NewProductProps) {
  const field = fieldOf(props);
  return (
    <section class="panel" aria-labelledby="what-h">
      <div class="bar">
        <h2 id="what-h">What it is</h2>
      </div>
      <div class="pad stack">
        {field("title", "Name", { required: true })}
        {field("subtitle", "One line below it", { hint: "Such as: Stoneware, 350 ml" })}
        <div class="fields">
          {field("vendor", "Maker", { hint: "Shown on its page; empty where it is yours", maxlength: 120 })}
          {field("sku", "Number", { hint: "Your own, such as MUG", maxlength: 76 })}
        </div>
        <div class="fields">
          {field("price", `Price, ${props.currency}`, { inputmode: "decimal", required: true, maxlength: 20 })}
          {field("stock", "Stock", { inputmode: "numeric", hint: "Empty: not counted", maxlength: 7 })}
          {field("weight", "Weight, grams", { inputmode: "numeric", hint: "For the parcel", maxlength: 7 })}
        </div>
      </div>
    </section>
  );
}

const examples = ["Size", "Colour", "Material"] as const;

function Choices(props: NewProductProps) {
  const field = fieldOf(props);
  return (
    <section class="panel" aria-labelledby="choices-h">
      <div class="bar">
        <h2 id="choices-h">What one chooses</h2>
        <span class="soft">Nothing, or up to three things</span>
      </div>
      <div class="pad stack">
        {examples.map((example, at) => (
          <div class="fields">
            {field(`option${at + 1}`, at === 0 ? "One chooses" : "And", { hint: `Such as: ${example}`, maxlength: 50 })}
            {field(`values${at + 1}`, "Of these", { hint: "With commas between: Small, Large", maxlength: 1000 })}
          </div>
        ))}
        <p class="soft">
          Every combination becomes a kind with this price, stock and number; each can be given its own afterwards.
        </p>
      </div>
    </section>
  );
}

function Where(props: NewProductProps) {
  const field = fieldOf(props);
  const none = { value: "", label: "On none" };
  const options = [none, ...props.shelves.map(({ id, title }) => ({ value: id, label: title }))];
  return (
    <section class="panel" aria-labelledby="where-h">
      <div class="bar">
        <h2 id="where-h">Where it stands</h2>
      </div>
      <div class="pad stack">
        {props.shelves.length === 0 ? null : field("shelf", "Shelf", { options })}
        {field("newShelf", props.shelves.length === 0 ? "Shelf" : "Or a new shelf", {
          hint: "It comes into the menu: Mugs, say",
          maxlength: 100,
        })}
        {field("status", "State", {
          options: [
            { value: "active", label: "On the cart: shown at once" },
            { value: "draft", label: "Draft: not shown yet" },
          ],
        })}
        <p>
          <button class="button">Make it</button>
        </p>
        <p class="soft">Pictures and a description come next, on its own page.</p>
      </div>
    </section>
  );
}
