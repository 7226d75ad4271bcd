import type { FacetChoice, FacetGroup } from "#src/catalog/facet-groups.ts";
import { formatMoney, zero } from "#src/pricing/money.ts";
import { Icon } from "#views/ui/icon.tsx";
import { things, type ListProps, type PriceRange } from "./list.ts";

type Props = { readonly list: ListProps };

/**
 * The filters: one form for the whole list, the sorting beside it included. Beside the goods a tick acts at once; on
 * a narrow screen it is a sheet. Without scripts its button sends it.
 */
export function Facets({ list }: Props) {
  return (
    <form
      class="facets sheet"
      id="facets"
      popover
      action={list.path}
      aria-label="Filters"
      hx-get={list.path}
      hx-trigger="change delay:150ms, submit"
      hx-target="#results"
      hx-swap="outerHTML"
      hx-sync="this:replace"
      hx-push-url="true"
    >
      <FacetsInside list={list} />
    </form>
  );
}

/** What changes with every answer: how many there would be. What is folded and ticked stays as it is. */
export function FacetsInside({ list }: Props) {
  return (
    <>
      <div class="sheet-head">
        <h2>Filters</h2>
        <button
          class="icon-button"
          type="button"
          popovertarget="facets"
          popovertargetaction="hide"
          aria-label="Close the filters"
        >
          <Icon name="x" />
        </button>
      </div>
      {list.groups.map((group, at) => (
        <Facet group={group} open={at < 4 || group.choices.some((each) => each.isChosen)} />
      ))}
      {list.price ? <Price price={list.price} currency={list.currency} /> : null}
      <div class="sheet-foot">
        <button class="button wide" id="show-things">
          {`Show ${things(list.total)}` as "safe"}
        </button>
      </div>
    </>
  );
}

function Facet({ group, open }: { readonly group: FacetGroup; readonly open: boolean }) {
  return (
    <details class="facet" open={open}>
      <summary safe>{group.label}</summary>
      <fieldset>
        <legend class="visually-hidden" safe>
          {group.label}
        </legend>
        {group.choices.map((choice) => (
          <Check choice={choice} />
        ))}
      </fieldset>
    </details>
  );
}

function Check({ choice }: { readonly choice: FacetChoice }) {
  const { parameter, value, label, count, isChosen } = choice;
  return (
    <label class="check">
      <input type="checkbox" name={parameter} value={value} checked={isChosen} disabled={count === 0 && !isChosen} />
      <span safe>{label}</span>
      {count === undefined ? null : <span class="n">{count}</span>}
    </label>
  );
}

/** "$" or "CHF ": what stands before an amount. */
export const symbolOf = (currency: string) => formatMoney(zero, currency).replace(/[\d.]+$/, "");

function Price({ price, currency }: { readonly price: PriceRange; readonly currency: string }) {
  const symbol = symbolOf(currency);
  return (
    <details class="facet" open>
      <summary>Price</summary>
      <fieldset>
        <legend class="visually-hidden" safe>{`Price in ${currency}`}</legend>
        <div class="pair">
          <label class="field">
            <span class="small" safe>{`From ${symbol}`}</span>
            <PriceBox name="price_min" value={price.min} placeholder={price.lowest} />
          </label>
          <label class="field">
            <span class="small" safe>{`To ${symbol}`}</span>
            <PriceBox name="price_max" value={price.max} placeholder={price.highest} />
          </label>
        </div>
      </fieldset>
    </details>
  );
}

type BoxProps = { readonly name: string; readonly value: string; readonly placeholder: string };

const PriceBox = ({ name, value, placeholder }: BoxProps) => (
  <input
    class="input slim"
    id={name}
    name={name}
    inputmode="decimal"
    maxlength="12"
    autocomplete="off"
    value={value}
    placeholder={placeholder}
  />
);
