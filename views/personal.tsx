import { escapeHtml } from "@kitajs/html";
import { paths } from "#src/paths.ts";
import type { Personal } from "#src/web/shell.ts";
import { Icon } from "./ui/icon.tsx";
import { XrayFiles, XraySwitch } from "./xray/switch.tsx";

// A page is drawn once and kept for everybody. What differs from visitor to visitor stands in it as a mark, and is put
// in when the page is sent. A mark holds a < and a ", so no text or attribute that was escaped can look like one.

export const markStart = '<!--pc:"';
export const markEnd = '"-->';
const mark = (name: string) => markStart + name + markEnd;

/** Where the visitor's own parts go. */
export const personalMarks = {
  /** Inside the tag of `html`: ` data-theme="dark"` or nothing. */
  theme: mark("theme"),
  themeSwitch: mark("theme-switch"),
  count: mark("count"),
  account: mark("account"),
  /** Inside `value` of a field that asks for it: the email of who is signed in. */
  email: mark("email"),
  /** Where news is, for who has some. */
  news: mark("news"),
  /** The same again in the menu of narrow screens. */
  accountMenu: mark("account-menu"),
  /** In shops where everybody may look inside. */
  xraySwitch: mark("xray-switch"),
} as const;

/** In the head: style and script of the X-ray, for who has switched it on. `assets` is what stands behind their addresses. */
export const xrayMark = (assets = "") => mark(`xray:${assets}`);

/** Inside `aria-pressed`: whether the visitor likes this product. */
export const likeMark = (handle: string) => mark(`like:${encodeURIComponent(handle)}`);

/** `page.split(personalMark)` is text and the name of a mark by turns. */
export const personalMark = /<!--pc:"([^"]*)"-->/;

/** What stands at a mark for this visitor. */
export function personalPart(name: string, personal: Personal): string {
  if (name.startsWith("like:")) return String(personal.liked.includes(decodeURIComponent(name.slice(5))));
  if (name.startsWith("xray:")) return personal.xray ? text(<XrayFiles assets={name.slice(5)} />) : "";
  const draw = drawn[name];
  return draw ? draw(personal) : "";
}

const text = (element: JSX.Element) => element as string; // nothing here waits
const drawn: Readonly<Record<string, (personal: Personal) => string>> = {
  theme: ({ theme }) => (theme === undefined ? "" : ` data-theme="${theme}"`),
  "theme-switch": ({ theme }) => text(<ThemeSwitch theme={theme} />),
  count: ({ cartCount }) => text(<CartCount count={cartCount} />),
  email: ({ email = "" }) => escapeHtml(email),
  news: ({ news = 0 }) => (news === 0 ? "" : text(<NewsLink count={news} />)),
  account: ({ account }) => text(<AccountLink name={account} />),
  "xray-switch": ({ xray }) => text(<XraySwitch on={xray === true} />),
  "account-menu": ({ account }) => text(<AccountMenuLink name={account} />),
};

/** A page with its marks filled in, for one that is not kept. */
export function fillPersonal(page: JSX.Element, personal: Personal): string {
  return text(page)
    .split(personalMark)
    .map((piece, at) => (at % 2 === 1 ? personalPart(piece, personal) : piece))
    .join("");
}

/** The number on the basket; asks again when the window gets the focus, so that it is right in every tab. */
export function CartCount({ count }: { readonly count: number }) {
  return (
    <span
      class="count"
      id="cart-count"
      hidden={count === 0}
      hx-get={paths.cartCount}
      hx-trigger="focus from:window, refresh"
      hx-swap="outerHTML"
      data-quiet=""
    >
      {count}
      <span class="visually-hidden">{count === 1 ? " thing" : " things"}</span>
    </span>
  );
}

/** "Sign in", or the name of who has. */
export function AccountLink({ name }: { readonly name: string | undefined }) {
  return (
    <a class="wide-only" href={name === undefined ? paths.login : paths.account}>
      <Icon name="user" />
      <span class="text" safe>
        {name ?? "Sign in"}
      </span>
    </a>
  );
}

function NewsLink({ count }: { readonly count: number }) {
  return (
    <a href={paths.news}>
      <Icon name="bell" />
      <span class="text">News</span>
      <span class="count wide-only">
        {count}
        <span class="visually-hidden"> new</span>
      </span>
    </a>
  );
}

function AccountMenuLink({ name }: { readonly name: string | undefined }) {
  return (
    <a href={name === undefined ? paths.login : paths.account} safe>
      {name === undefined ? "Sign in" : `Account of ${name}`}
    </a>
  );
}

function ThemeSwitch({ theme }: { readonly theme: Personal["theme"] }) {
  const pressed = (value: Personal["theme"]) => (value === theme ? "true" : "false");
  return (
    <div class="theme-switch" role="group" aria-label="Light or dark">
      <button name="theme" value="light" aria-pressed={pressed("light")}>
        <Icon name="sun" />
        Light
      </button>
      <button name="theme" value="dark" aria-pressed={pressed("dark")}>
        <Icon name="moon" />
        Dark
      </button>
      <button name="theme" value="system" aria-pressed={pressed(undefined)}>
        As system
      </button>
    </div>
  );
}
