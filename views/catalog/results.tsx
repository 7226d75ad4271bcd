import { link, paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Pager } from "#views/ui/pager.tsx";
import { pagesOf, things, type ListProps } from "./list.ts";
import { ProductGrid } from "./product-card.tsx";

type Props = { readonly list: ListProps };

/** How many, sorted how, filtered by what, and the goods: replaced as a whole when a filter changes. */
export function Results({ list }: Props) {
  return (
    <section id="results" aria-labelledby="found">
      <div class="toolbar">
        <h2 class="small" id="found">
          <strong safe>{things(list.total)}</strong>
        </h2>
        {list.groups.length > 0 || list.price ? (
          <button
            class="button quiet slim filter-button"
            type="button"
            id="open-facets"
            popovertarget="facets"
            hx-preserve="true"
          >
            <FilterButtonInside list={list} />
          </button>
        ) : null}
        <Sorting list={list} />
      </div>
      <Chips list={list} />
      {list.cards.length > 0 ? <Goods list={list} /> : <Nothing list={list} />}
      <ResultsPager list={list} />
    </section>
  );
}

/** The button itself stays when results change: the sheet that it opened gives the focus back to it. */
export function FilterButtonInside({ list }: Props) {
  return (
    <>
      <Icon name="sliders-horizontal" />
      Filters
      {list.chips.length > 0 ? (` (${list.chips.length})` as "safe") : null}
    </>
  );
}

const Goods = ({ list }: Props) => <ProductGrid cards={list.cards} currency={list.currency} atOnce={2} id="goods" />;

/** The box belongs to the form of the filters, wherever it stands. */
function Sorting({ list }: Props) {
  return (
    <div class="sorting">
      <label class="small" for="sort">
        Sort by
      </label>
      <select class="select slim" id="sort" name="sort" form="facets" data-submit="change">
        {list.sorts.map(({ value, label }) => (
          <option value={value} selected={value === list.sort} safe>
            {label}
          </option>
        ))}
      </select>
      <noscript>
        <button class="button quiet slim" form="facets">
          Sort
        </button>
      </noscript>
    </div>
  );
}

function Chips({ list }: Props) {
  if (list.chips.length === 0) return null;
  return (
    <div class="chips" role="group" aria-label="Filters in use">
      {list.chips.map(({ label, href }) => (
        <a class="chip" href={href}>
          <span safe>{label}</span>
          <Icon name="x" />
          <span class="visually-hidden">, take away</span>
        </a>
      ))}
      <a class="small" href={list.clearHref}>
        Clear all
      </a>
    </div>
  );
}

/** Says which filter left nothing over, and offers to drop it. */
function Nothing({ list }: Props) {
  const { culprit, chips, clearHref } = list;
  return (
    <div class="empty">
      <div class="picture">
        <img src={link(paths.asset, { name: "crate.svg" })} alt="" width="560" height="420" loading="lazy" />
      </div>
      <div class="stack">
        <h3>Nothing is left</h3>
        {culprit ? (
          <>
            <p
              safe
            >{`“${culprit.label}” does not go with the rest. Without it there ${culprit.count === 1 ? "is" : "are"} ${things(culprit.count)}.`}</p>
            <p>
              <a class="button" href={culprit.href} safe>{`Drop “${culprit.label}”`}</a>
            </p>
          </>
        ) : (
          <p>{chips.length > 0 ? "Nothing here has all of that." : "This shelf is empty for now."}</p>
        )}
        {chips.length > 0 ? (
          <p>
            <a href={clearHref}>Clear all filters</a>
          </p>
        ) : (
          <p>
            <a href={paths.home}>To the front of the stall</a>
          </p>
        )}
      </div>
    </div>
  );
}

/** Real pages; with htmx the next one can also be put below. `upTo` is how many one has seen. */
export function ResultsPager({ list }: Props) {
  const { page, perPage, total, hrefOf } = list;
  const pages = pagesOf(list);
  const last = Math.min(total, page * perPage);
  const seen = page === 1 ? `You have seen ${last} of ${things(total)}` : `Up to number ${last} of ${things(total)}`;
  const next = page < pages ? hrefOf(page + 1) : undefined;
  return (
    <Pager page={page} pages={pages} hrefOf={hrefOf} seen={seen}>
      {next === undefined ? null : (
        <a
          class="button quiet"
          href={next}
          hx-get={`${next}${next.includes("?") ? "&" : "?"}more=1`}
          hx-target="#goods"
          hx-swap="beforeend"
        >
          {`Show ${Math.min(perPage, total - last)} more` as "safe"}
        </a>
      )}
    </Pager>
  );
}
