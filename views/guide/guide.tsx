import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { personalMarks } from "#views/personal.tsx";
import { browserAbilities, projects, serverAbilities, type Ability } from "./abilities.ts";
import { WireDiagram } from "./diagram.tsx";
import { mistakes, questions, sidesOf, type Part } from "./sides.ts";
import { Abilities, Pairs, Sides } from "./tables.tsx";
import { TryPart, type TryProps } from "./try-price.tsx";

type Props = {
  readonly shell: PageShell;
  /** Something to try things with; undefined in a shop without goods. */
  readonly example: { readonly handle: string; readonly title: string; readonly said: string } | undefined;
  readonly tried?: TryProps;
  readonly has: (part: Part) => boolean;
};

const sections = [
  ["two", "Two sides of a wire"],
  ["table", "Who does what"],
  ["browser", "What a browser can do"],
  ["server", "What only the server can do"],
  ["work", "See it at work"],
  ["try", "Try to change a price"],
  ["projects", "Small things to build"],
  ["mistakes", "Mistakes, and how the shop avoids them"],
  ["questions", "Five questions"],
] as const;

/** What runs where, and why: each row leads to the place in this shop where it does. */
export function GuidePage({ shell, example, tried, has }: Props) {
  const product = example ? link(paths.product, { handle: example.handle }) : paths.search;
  const isThere = ({ part, href }: Pick<Ability, "part" | "href">) =>
    (part === undefined || has(part)) &&
    (href !== paths.finder || shell.finder !== undefined) &&
    (href !== paths.xray || shell.shop.testMode);
  const first: TryProps = {
    typed: { handle: example?.handle ?? "", quantity: "1", price: "0.01" },
    errors: {},
    answer: undefined,
  };
  const wrong = tried && !tried.answer ? "Error: " : "";
  return (
    <Layout
      shell={shell}
      title={`${wrong}What runs where, and why`}
      description="Which part of this shop runs in your browser, which on the server, and why."
      canonical={paths.guide}
      og={{ type: "article" }}
    >
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="What runs where" />
        <div class="page-head">
          <h1>What runs where, and why</h1>
        </div>
        <div class="reading">
          <nav class="toc" aria-labelledby="toc">
            <h2 id="toc">On this page</h2>
            <ol role="list">
              {sections.map(([id, title]) => (
                <li>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ol>
          </nav>
          <article class="prose">
            <p class="lead">
              JavaScript runs in the browser and on the server. One language, two very different rooms: what happens in
              the first belongs to the visitor, what happens in the second belongs to the shop.
            </p>
            <h2 id="two">Two sides of a wire</h2>
            <p>
              When you type a quantity <a href={product}>beside a product</a>, the browser sends just that. It knows no
              price rule, no code and no stock. The server looks up the price, works out the total and sends back a
              small piece of page, which takes the place of the old one. With scripts off you press a button, and the
              same server says the same.
            </p>
            <WireDiagram answer={example ? `2 × ${example.said}` : "the total"} />
            <h2 id="table">Who does what</h2>
            <Sides sides={sidesOf(product).filter(isThere)} />
            <h2 id="browser">What a browser can do</h2>
            <p>
              It sits in front of the visitor: it knows the screen, the keys, the place and what this device remembers.
              What it does, it does for comfort. Where one of these is missing or forbidden, nothing here breaks.
            </p>
            <Abilities says="What browsers bring along" abilities={browserAbilities(product).filter(isThere)} />
            <h2 id="server">What only the server can do</h2>
            <p>
              It sits in front of the books: files, database, keys. Nobody but the shop can change what it runs, so what
              counts is decided here.
            </p>
            <Abilities says="What browsers cannot reach" abilities={serverAbilities(product).filter(isThere)} />
            <h2 id="work">See it at work</h2>
            <p>
              With the X-ray on, each page shows what can change on it and lists what is asked and answered, with the
              time it took and the source file that decided. Without scripts <a href={paths.xray}>the last requests</a>{" "}
              are a plain page.
            </p>
            {shell.shop.testMode ? (
              (personalMarks.xraySwitch as "safe")
            ) : (
              <p>In this shop those who work at the desk can switch it on.</p>
            )}
            <h2 id="try">Try to change a price</h2>
            <p>
              Whatever a browser sends can be changed by the person in front of it. So try: this form sends a price of
              its own. Nothing is put into your cart.
            </p>
            <TryPart {...(tried ?? first)} />
            <blockquote>The page may suggest. Only the server decides.</blockquote>
            <h2 id="projects">Small things to build</h2>
            <Abilities says="What one learns most from" abilities={projects(product).filter(isThere)} />
            <h2 id="mistakes">Mistakes, and how the shop avoids them</h2>
            <Pairs pairs={mistakes} />
            <h2 id="questions">Five questions</h2>
            <Pairs pairs={questions} />
          </article>
        </div>
      </div>
    </Layout>
  );
}
