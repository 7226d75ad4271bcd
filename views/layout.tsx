import type { Children } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import type { CheckedForm } from "#src/web/judge.ts";
import type { PageShell } from "./shell.ts";
import { personalMarks, xrayMark } from "./personal.tsx";
import { remember } from "./remember.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { Icon } from "./ui/icon.tsx";

export type LayoutProps = {
  readonly shell: PageShell;
  /** What this page is; the shop's name is put after it. */
  readonly title: string;
  readonly description?: string | undefined;
  /** The one address of what is shown here, as a path; leave it out where pages must not be found. */
  readonly canonical?: string | undefined;
  readonly robots?: "noindex" | undefined;
  readonly og?: { readonly type: "website" | "product" | "article"; readonly image?: string | undefined } | undefined;
  /** schema.org facts for search engines. */
  readonly jsonLd?: readonly object[] | undefined;
  readonly bodyClass?: string | undefined;
  /** Files of `public` that only this page needs. */
  readonly scripts?: readonly string[] | undefined;
  /** Forms of this page that are checked as one types: each names itself in `data-checks`. */
  readonly checks?: readonly CheckedForm[] | undefined;
  /** What was searched for: stands in the search field. */
  readonly q?: string | undefined;
  readonly children?: Children;
};

/**
 * The document around every page of the shop. It is the same for all visitors: their own parts are marks, put in by
 * personal.tsx when it is sent.
 */
export function Layout(props: LayoutProps): JSX.Element {
  // Written by hand because a mark must stand unescaped inside the tag.
  return `<html lang="en"${personalMarks.theme}>${(<Head {...props} />) as string}${(<Body {...props} />) as string}</html>`;
}

/** What one has folded open or shut stays so in a morph. */
const htmxConfig = JSON.stringify({
  extensions: "none",
  includeIndicatorCSS: false,
  history: "reload",
  morphIgnore: ["data-htmx-powered", "open"],
});

const version = (shell: PageShell) => (shell.assets === undefined ? "" : `?v=${shell.assets}`);
/** Where a file of `public` lies, for a page that hands its address to a script. */
export const pageAsset = (shell: PageShell, name: string): string => asset(shell, name);
const asset = (shell: PageShell, name: string) => link(paths.asset, { name }) + version(shell);

function Head({
  shell,
  title,
  description,
  canonical,
  robots,
  og,
  scripts = [],
  checks = [],
  jsonLd = [],
}: LayoutProps) {
  const { name } = shell.shop;
  const full = title === "" || title.includes(name) ? title || name : `${title}: ${name}`;
  const address = canonical === undefined ? undefined : shell.origin + canonical;
  return (
    <head>
      <meta charset="utf-8" />
      <title safe>{full}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {xrayMark(shell.assets) as "safe"}
      {description ? <meta name="description" content={description} /> : null}
      {robots ? <meta name="robots" content={robots} /> : null}
      {address === undefined ? null : <link rel="canonical" href={address} />}
      {address === undefined ? null : (
        <OpenGraph title={full} address={address} description={description} og={og} shell={shell} />
      )}
      {remember(shell, "head", () => (
        <Assets shell={shell} />
      ))}
      {scripts.map((name) => (
        <script src={asset(shell, name)} defer></script>
      ))}
      {checks.map((form) => (
        <link rel="modulepreload" href={asset(shell, `rules-${form}.js`)} />
      ))}
      {checks.length > 0 ? <script type="module" src={asset(shell, "validate.js")}></script> : null}
      {jsonLd.map((facts) => (
        <script type="application/ld+json">{JSON.stringify(facts).replaceAll("<", "\\u003c") as "safe"}</script>
      ))}
    </head>
  );
}

/** Icon, face, sheet, and the two scripts: all ours. */
function Assets({ shell }: { readonly shell: PageShell }) {
  return (
    <>
      <link rel="icon" href={paths.favicon} type="image/svg+xml" />
      <link
        rel="preload"
        href={link(paths.asset, { name: "young-serif-latin-400.woff2" })}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={asset(shell, "app.css")} />
      <meta name="htmx-config" content={htmxConfig} />
      <script src={asset(shell, "htmx-4.0.1.min.js")} defer></script>
      <script src={asset(shell, "shop.js")} defer></script>
      {shell.development ? <script type="module" src={asset(shell, "dev.js")}></script> : null}
    </>
  );
}

type GraphProps = Pick<LayoutProps, "shell" | "og" | "description"> & {
  readonly title: string;
  readonly address: string;
};

/** How a link to this page looks where people share it. */
function OpenGraph({ shell, title, address, description, og }: GraphProps) {
  const image = og?.image;
  return (
    <>
      <meta property="og:site_name" content={shell.shop.name} />
      <meta property="og:type" content={og?.type ?? "website"} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={address} />
      {description ? <meta property="og:description" content={description} /> : null}
      {image === undefined ? null : <meta property="og:image" content={shell.origin + image} />}
      <meta name="twitter:card" content={image === undefined ? "summary" : "summary_large_image"} />
    </>
  );
}

/** What the shop does without has a class, by which the style sheet leaves its controls out. */
const bodyClasses = (own: string | undefined, { off = [] }: PageShell) =>
  [own, ...off.map((feature) => `without-${feature}`)].filter(Boolean).join(" ") || undefined;

function Body({ shell, bodyClass, q = "", children }: LayoutProps) {
  return (
    <body class={bodyClasses(bodyClass, shell)}>
      <a class="skip-link" href="#main">
        Skip to the goods
      </a>
      <SiteHeader shell={shell} q={q} />
      <main id="main" tabindex="-1">
        <div class="notices" id="notices"></div>
        {children as "safe"}
      </main>
      {remember(shell, "foot", () => (
        <Foot shell={shell} />
      ))}
    </body>
  );
}

/** Footer, the voice of the page, the drawer, and what to say when the shop does not answer. */
function Foot({ shell }: { readonly shell: PageShell }) {
  return (
    <>
      <SiteFooter shell={shell} />
      <div id="live" role="status" class="visually-hidden"></div>
      <dialog class="drawer" id="cart-drawer" aria-labelledby="drawer-h"></dialog>
      <NoAnswer />
    </>
  );
}

/** What shop.js shows when the network or the server fails: nothing on the page changes, and one may try again. */
export function NoAnswer() {
  return (
    <template id="no-answer">
      <div class="notice bad" role="alert">
        <Icon name="circle-alert" />
        <p>The shop did not answer. What you typed is still here.</p>
        <button class="button quiet slim" type="button" data-retry="">
          Try again
        </button>
      </div>
    </template>
  );
}
