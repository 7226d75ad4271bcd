import type { OptionChoice } from "#src/catalog/choose-variant.ts";
import type { QuantityPreview } from "#src/catalog/quantity.ts";
import type { Reckoning } from "#src/catalog/reckoning.ts";
import { link, paths } from "#src/paths.ts";
import type { Cents } from "#src/pricing/money.ts";
import { FieldError } from "#views/ui/field.tsx";
import { EnterButton } from "#views/ui/stepper.tsx";
import { Ticket } from "#views/ui/ticket.tsx";
import { Amount } from "./amount.tsx";
import { Options } from "./options.tsx";
import { TellMe } from "./tell-me.tsx";
import { ComesTo, Tiers } from "./volume.tsx";

/** What one may buy just now: a combination of options and so many of it. */
export type BuyProps = {
  readonly handle: string;
  readonly currency: string;
  readonly options: readonly OptionChoice[];
  /** Of one of what is chosen; of the cheapest where there is no such combination. */
  readonly price: Cents;
  readonly compareAt: Cents | null;
  /** "plus tax", "tax included"; what 100 g cost. */
  readonly priceNotes: readonly string[];
  /** in: enough; low: few; none: sold out; missing: there is no such combination. */
  readonly shelf: "in" | "low" | "none" | "missing";
  /** "12 in bottle green", "Only 3 left", "Made to order, two weeks". */
  readonly shelfWords: string;
  readonly preview: QuantityPreview;
  /** What so many come to; left out where nothing is chosen that there is. */
  readonly reckoning?: Reckoning | undefined;
  /** There are kinds of it that are sold out: one may wait for them. */
  readonly runsOut?: boolean | undefined;
  /** The id of what is chosen, where it is sold out. */
  readonly soldOut?: string | undefined;
  /** Why it was not put into the cart; stands beside the field. */
  readonly refusal?: string | undefined;
};

type Props = { readonly buy: BuyProps };

const canBuy = ({ shelf, preview }: BuyProps) => preview.isOn && shelf !== "none" && shelf !== "missing";

/** The price on its big ticket, and what it does not say. */
export function PriceLine({ buy }: Props) {
  const { price, compareAt, currency, shelf, priceNotes } = buy;
  return (
    <p class="price-line" id="price">
      <Ticket price={price} was={compareAt} currency={currency} soldOut={shelf === "none"} big />
      <span class="small soft">
        {priceNotes.map((note, at) => (
          <>
            {at > 0 ? <br /> : null}
            <span safe>{note}</span>
          </>
        ))}
      </span>
    </p>
  );
}

/** Options, quantity, total, button. Sending it puts so many into the cart; htmx fills the drawer. */
export function BuyForm({ buy }: Props) {
  return (
    <form
      class="buy-form"
      id="buy-form"
      method="post"
      action={paths.cartItems}
      hx-post={paths.cartItems}
      hx-target="#cart-drawer"
      hx-swap="innerMorph"
    >
      <Choosing buy={buy} />
    </form>
  );
}

/**
 * Every keystroke and every choice asks for this part with all that stands in the form, and only the last question is
 * answered: whatever is shown belongs together. It is put in whole, so that the field shows what the shop made of it,
 * and without settling, so that it listens again before the next key is pressed.
 */
function Choosing({ buy }: Props) {
  const { handle, options, currency } = buy;
  const page = link(paths.product, { handle });
  return (
    <div
      class="choosing"
      id="choosing"
      data-counts=""
      hx-get={link(paths.productPreview, { handle })}
      hx-trigger="input"
      hx-include="closest form"
      hx-sync="this:replace"
      hx-swap="outerHTML settle:0"
    >
      <EnterButton disabled={!canBuy(buy)} />
      <input type="hidden" name="handle" value={handle} />
      {options.length > 0 ? <input type="hidden" name="seen" value={seenOf(options)} /> : null}
      <Options options={options} currency={currency} />
      <noscript>
        <button class="button quiet slim" formmethod="get" formaction={page}>
          Show price and stock
        </button>
      </noscript>
      <Tiers buy={buy} />
      <Amount buy={buy} page={page} />
      <button class="button wide" id="add-to-cart" disabled={!canBuy(buy)}>
        {buttonWords(buy)}
      </button>
    </div>
  );
}

/** Of which combination the page shows the pictures: they need not come again with every keystroke. */
const seenOf = (options: readonly OptionChoice[]) =>
  options.map(({ values }) => values.find((each) => each.isChosen)?.value ?? "").join("|");

function buttonWords({ shelf }: BuyProps): "Sold out" | "Not made like this" | "Add to cart" {
  if (shelf === "none") return "Sold out";
  return shelf === "missing" ? "Not made like this" : "Add to cart";
}

/** What hangs beside the shelf's name in the facts below the button. */
export function Shelf({ buy }: Props) {
  const state = buy.shelf === "in" ? "" : buy.shelf === "low" ? " low" : " none";
  return (
    <span class={`stock${state}`} id="shelf" safe>
      {buy.shelfWords}
    </span>
  );
}

/** On a phone, once the real button has gone by. */
export function BuyBar({ buy }: Props) {
  const { preview } = buy;
  const quantity = Number.parseInt(preview.field, 10);
  return (
    <div class="buy-bar" id="buy-bar" role="region" aria-label="Buy">
      <span class="ticket" safe>
        {preview.total}
      </span>
      <button class="button slim" id="buy-bar-add" form="buy-form" disabled={!canBuy(buy)}>
        {canBuy(buy) ? (`Add ${quantity} to cart` as "safe") : buttonWords(buy)}
      </button>
    </div>
  );
}

/** What htmx gets after a keystroke or a choice: what was asked for, and all else on the page that follows from it. */
export function BuyBoxPart({ buy }: Props) {
  return (
    <>
      <Choosing buy={buy} />
      <hx-partial hx-target="#price" hx-swap="outerHTML">
        <PriceLine buy={buy} />
      </hx-partial>
      <hx-partial hx-target="#shelf" hx-swap="outerHTML">
        <Shelf buy={buy} />
      </hx-partial>
      <hx-partial hx-target="#comes-to" hx-swap="outerMorph">
        <ComesTo buy={buy} />
      </hx-partial>
      {buy.runsOut ? (
        <hx-partial hx-target="#tell-me" hx-swap="outerMorph">
          <TellMe handle={buy.handle} variant={buy.soldOut} />
        </hx-partial>
      ) : null}
      <hx-partial hx-target="#buy-bar" hx-swap="outerMorph">
        <BuyBar buy={buy} />
      </hx-partial>
      <hx-partial hx-target="#live" hx-swap="textContent">
        <span safe>{`${buy.preview.total}. ${buy.shelfWords}`}</span>
      </hx-partial>
    </>
  );
}

/** What the cart answers when it does not take it: beside the field, everything else stays. */
export function BuyRefusal({ message }: { readonly message: string }) {
  return (
    <hx-partial hx-target="#item-quantity-news" hx-swap="innerHTML">
      <FieldError id="item-quantity" error={message} />
    </hx-partial>
  );
}
