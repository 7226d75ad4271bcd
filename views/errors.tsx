import { link, paths } from "#src/paths.ts";
import type { Personal } from "#src/web/shell.ts";
import { ProductGrid, type ProductCardProps } from "./catalog/product-card.tsx";
import { Layout } from "./layout.tsx";
import { fillPersonal } from "./personal.tsx";
import { bareShell, type PageShell } from "./shell.ts";
import { Icon } from "./ui/icon.tsx";

export type ErrorProps = {
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** Left out when nothing can be asked any more: the page then stands without a database. */
  readonly shell?: PageShell | undefined;
  readonly personal?: Personal | undefined;
  /** What the address seems to have looked for. */
  readonly looked?: string | undefined;
  readonly guesses?: { readonly cards: readonly ProductCardProps[]; readonly currency: string } | undefined;
};

const headings: Readonly<Record<number, string>> = {
  400: "That could not be read",
  403: "This one is not for taking",
  404: "That one has left the cart",
  409: "Something changed meanwhile",
  410: "That one has left the cart",
  422: "There is a problem",
  429: "One thing after another",
  500: "The stall fell over",
  503: "The stall is closed for a moment",
};

const nobody: Personal = { cartCount: 0, account: undefined, theme: undefined, liked: [] };

/** A whole page for something that went wrong, in the look of the shop. It needs nothing but its props. */
export function ErrorPage(props: ErrorProps): JSX.Element {
  const { status, message, requestId, retryAfter, shell = bareShell, guesses, looked = "" } = props;
  const heading = headings[status] ?? "Something went wrong";
  const page = (
    <Layout shell={shell} title={heading} robots="noindex">
      <div class="wrap page">
        <div class="empty">
          <div class="picture">
            <img
              src={link(paths.asset, { name: "crate.svg" })}
              alt="An empty wooden crate with a blank price ticket."
              width="560"
              height="420"
            />
          </div>
          <div class="stack">
            <h1 safe>{heading}</h1>
            <p safe>{message}</p>
            {retryAfter === undefined ? null : <p>{`You may try again in ${retryAfter} seconds.` as "safe"}</p>}
            {status === 404 || status === 410 ? <LookFor looked={looked} /> : <WayOut status={status} />}
            <p class="small soft" safe>{`Error ${status} · request ${requestId}`}</p>
          </div>
        </div>
        {guesses && guesses.cards.length > 0 ? (
          <section class="section" aria-labelledby="near">
            <div class="section-head">
              <h2 id="near">You may have meant</h2>
              <a href={paths.home}>The whole stall</a>
            </div>
            <ProductGrid cards={guesses.cards} currency={guesses.currency} four />
          </section>
        ) : null}
      </div>
    </Layout>
  );
  return fillPersonal(page, props.personal ?? nobody);
}

function LookFor({ looked }: { readonly looked: string }) {
  return (
    <form action={paths.search} class="with-button">
      <label class="visually-hidden" for="look-for">
        Look for
      </label>
      <input class="input" id="look-for" name="q" type="search" value={looked} maxlength="200" />
      <button class="button">Look for it</button>
    </form>
  );
}

function WayOut({ status }: { readonly status: number }) {
  return (
    <>
      {status >= 429 ? <p>Going back brings you to what you had typed; your cart is kept.</p> : null}
      <p>
        <a class="button quiet" href={paths.home}>
          To the front of the stall
        </a>
      </p>
    </>
  );
}

/** The same for htmx: a notice above the page; what was being changed stays as it is, with all that was typed. */
export function ErrorNotice({ status, message, requestId }: Pick<ErrorProps, "status" | "message" | "requestId">) {
  return (
    <hx-partial hx-target="#notices" hx-swap="innerHTML">
      <div class="notice bad" role="alert">
        <Icon name="circle-alert" />
        <p>
          <span safe>{message}</span>
          {status >= 500 ? <small safe>{` (request ${requestId})`}</small> : null}
        </p>
        {status >= 429 ? (
          <button class="button quiet slim" type="button" data-retry="">
            Try again
          </button>
        ) : null}
      </div>
    </hx-partial>
  );
}
