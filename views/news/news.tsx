import { link, paths } from "#src/paths.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Listen } from "./listen.tsx";

export type NewsItem = {
  /** "Order P-1007 was shipped." */
  readonly text: string;
  readonly href: string;
  /** In words. */
  readonly when: string;
  readonly iso: string;
  readonly isNew: boolean;
};

export type Awaited = {
  readonly variant: string;
  /** "Linen apron, Oat" */
  readonly name: string;
  readonly href: string;
};

export type NewsProps = {
  readonly items: readonly NewsItem[];
  readonly awaited: readonly Awaited[];
  readonly notice: string | undefined;
  /** Up to where it is told: what comes later is heard. */
  readonly since: number;
  /** Whose account it is in: with the way to its other pages. */
  readonly isCustomer: boolean;
};

/** What happened that concerns this visitor, and what they wait for. */
export function NewsPage({
  shell,
  items,
  awaited,
  notice,
  since,
  isCustomer,
}: NewsProps & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title="News for you" robots="noindex" scripts={["news.js"]}>
      <div class="wrap narrow page">
        {isCustomer ? (
          <AccountNav shell={shell} here={paths.news} />
        ) : (
          <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="News for you" />
        )}
        <div class="page-head">
          <h1>News for you</h1>
        </div>
        {notice === undefined ? null : <Notice message={notice} tone="ok" />}
        <NewsList items={items} />
        <Listen since={since} asks />
        <Waiting awaited={awaited} />
      </div>
    </Layout>
  );
}

/** Newest first; what was not looked at before says so. Asked for again when something comes while it is open. */
export function NewsList({ items }: Pick<NewsProps, "items">) {
  return (
    <section
      class="stack"
      aria-label="What happened"
      id="news"
      hx-get={paths.news}
      hx-trigger="news"
      hx-target="#news"
      hx-swap="outerMorph"
      data-quiet=""
      data-on-news=""
    >
      {items.length === 0 ? (
        <p>Nothing new. Orders that move and things that come back are told here.</p>
      ) : (
        <dl class="ledger facts-list">
          {items.map((item) => (
            <NewsRow {...item} />
          ))}
        </dl>
      )}
    </section>
  );
}

function NewsRow({ text, href, when, iso, isNew }: NewsItem) {
  return (
    <div>
      <dt>
        {isNew ? <strong>New: </strong> : null}
        <a href={href} safe>
          {text}
        </a>
      </dt>
      <dd>
        <time datetime={iso} safe>
          {when}
        </time>
      </dd>
    </div>
  );
}

function Waiting({ awaited }: Pick<NewsProps, "awaited">) {
  if (awaited.length === 0) return null;
  return (
    <section class="section stack" aria-labelledby="waiting">
      <h2 id="waiting">You wait for</h2>
      <ul class="stack" role="list">
        {awaited.map(({ variant, name, href }) => (
          <li>
            <form class="row" method="post" action={link(paths.newsWaiting, { variant })}>
              <a href={href} safe>
                {name}
              </a>
              <button class="button quiet slim">
                Wait no more<span class="visually-hidden" safe>{` for ${name}`}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
