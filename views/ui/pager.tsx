import type { Children } from "@kitajs/html";

type Props = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  /** "You have seen 9 of 14 things". */
  readonly seen?: string | undefined;
  /** A way to have more without leaving. */
  readonly children?: Children;
};

/** First, last, and those near by; a gap is undefined. */
export function pagesShown(page: number, pages: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(near)].toSorted((a, b) => a - b);
  return sorted.flatMap((each, at) => (at > 0 && each - (sorted[at - 1] ?? 0) > 1 ? [undefined, each] : [each]));
}

/** Real pages with addresses of their own; nothing where there is only one. */
export function Pager({ page, pages, hrefOf, seen, children }: Props) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label="Pages">
      {seen ? (
        <p class="small soft" safe>
          {seen}
        </p>
      ) : null}
      {children as "safe"}
      <ol role="list">
        {page > 1 ? (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              Back
            </a>
          </li>
        ) : null}
        {pagesShown(page, pages).map((each) => (
          <PageLink each={each} page={page} hrefOf={hrefOf} />
        ))}
        {page < pages ? (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              Next
            </a>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

type LinkProps = { readonly each: number | undefined; readonly page: number; readonly hrefOf: Props["hrefOf"] };

function PageLink({ each, page, hrefOf }: LinkProps) {
  if (each === undefined)
    return (
      <li aria-hidden="true">
        <span>…</span>
      </li>
    );
  if (each === page)
    return (
      <li>
        <span aria-current="page">{each}</span>
      </li>
    );
  return (
    <li>
      <a href={hrefOf(each)} aria-label={`Page ${each}`}>
        {each}
      </a>
    </li>
  );
}
