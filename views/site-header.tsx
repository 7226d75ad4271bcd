import { link, paths } from "#src/paths.ts";
import type { PageShell } from "./shell.ts";
import { personalMarks } from "./personal.tsx";
import { remember } from "./remember.ts";
import { Icon } from "./ui/icon.tsx";
import { Mark } from "./ui/mark.tsx";

type Props = { readonly shell: PageShell; readonly q: string };

/** As many as fit in a line; the rest is on the front page. */
const mostInMenu = 9;

/** The painted board above the awning: name, search, the visitor's things, collections. */
export function SiteHeader({ shell, q }: Props) {
  const current = shownOf(shell).find(({ handle }) => link(paths.collection, { handle }) === shell.path)?.handle ?? "";
  if (q !== "") return <Board shell={shell} q={q} />;
  return remember(shell, `header ${current}`, () => <Board shell={shell} q="" />);
}

function Board({ shell, q }: Props) {
  return (
    <header class="site-header under-awning">
      <div class="wrap fascia">
        <a class="wordmark" href={paths.home}>
          <Mark />
          <span safe>{shell.shop.name}</span>
        </a>
        <SearchForm shell={shell} q={q} />
        <nav class="tools" aria-label="Your things">
          {personalMarks.news as "safe"}
          {personalMarks.account as "safe"}
          <a class="wide-only" href={paths.likes}>
            <Icon name="heart" />
            <span class="text">Liked</span>
          </a>
          <a href={paths.cart}>
            <Icon name="shopping-basket" />
            <span class="text">Cart</span>
            {personalMarks.count as "safe"}
          </a>
          <button class="menu-button" type="button" popovertarget="menu">
            <Icon name="menu" />
            <span class="text">Menu</span>
          </button>
        </nav>
      </div>
      <Menu shell={shell} />
      <div class="awning-hang">
        <div class="awning"></div>
      </div>
    </header>
  );
}

/** A plain search form; with htmx, suggestions while one types (shop.js minds the keys). */
function SearchForm({ shell, q }: Props) {
  const some = shell.menu.slice(0, 3).map((each) => each.title);
  return (
    <form class="search" role="search" action={paths.search}>
      <label class="visually-hidden" for="q">
        Search the shop
      </label>
      <input
        id="q"
        name="q"
        type="search"
        value={q}
        maxlength="200"
        placeholder={some.length === 0 ? "Search the shop" : some.join(", ")}
        autocomplete="off"
        role="combobox"
        aria-expanded="false"
        aria-controls="suggest"
        aria-autocomplete="list"
        hx-get={paths.suggest}
        hx-trigger="input changed delay:150ms"
        hx-sync="this:replace"
        hx-target="#suggest"
        hx-swap="outerHTML"
        data-quiet=""
      />
      <button aria-label="Search">
        <Icon name="search" />
      </button>
      <div id="suggest" hidden></div>
    </form>
  );
}

const shownOf = ({ menu }: PageShell) => (menu.length > mostInMenu ? menu.slice(0, mostInMenu - 1) : menu);

/** One list for wide screens and, as a popover, for narrow ones. */
function Menu({ shell }: { readonly shell: PageShell }) {
  const shown = shownOf(shell);
  return (
    <nav class="site-nav sheet" id="menu" popover aria-label="Collections">
      <div class="sheet-head">
        <span class="wordmark">
          <Mark />
          <span safe>{shell.shop.name}</span>
        </span>
        <button
          class="icon-button"
          type="button"
          popovertarget="menu"
          popovertargetaction="hide"
          aria-label="Close the menu"
        >
          <Icon name="x" />
        </button>
      </div>
      <ul role="list">
        {shown.map(({ title, handle }) => (
          <MenuItem title={title} href={link(paths.collection, { handle })} path={shell.path} />
        ))}
        {shown.length < shell.menu.length ? (
          <li>
            <a href={`${paths.home}#where`}>All shelves</a>
          </li>
        ) : null}
        <li class="narrow-only">{personalMarks.accountMenu as "safe"}</li>
        <li class="narrow-only">
          <a href={paths.likes}>Liked</a>
        </li>
      </ul>
    </nav>
  );
}

function MenuItem({ title, href, path }: { readonly title: string; readonly href: string; readonly path: string }) {
  return (
    <li>
      <a
        class={/\/(sale|reduced)$/.test(href) ? "sale" : undefined}
        href={href}
        aria-current={href === path ? "page" : undefined}
        safe
      >
        {title}
      </a>
    </li>
  );
}
