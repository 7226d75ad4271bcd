import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { journey } from "#test/support/journey.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";
import { walkDesk, walkShop, type See } from "#test/support/journey-walk.ts";

// Every page and state by day and by night, wide and narrow: axe finds nothing, nothing scrolls sideways at 320 px, and
// what one presses is large enough.

const axe = readFileSync(join(import.meta.dir, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** By night only colours differ. */
const wanted = {
  light: { rules: { "target-size": { enabled: true } } },
  dark: { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
} as const;

/** A letter is read inside a page of others, which has the landmarks. */
const inLetters = /^(landmark-one-main|region) /;

async function violations(page: Page, scheme: "light" | "dark"): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  const options = JSON.stringify({ ...wanted[scheme], resultTypes: ["violations"] });
  const found = (await page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + " " + html.slice(0, 160))))`)) as string[];
  const isLetter = page.url().endsWith("/body");
  return found.filter((each) => !(isLetter && inLetters.test(each))).map((each) => `${scheme}: ${each}`);
}

/** The page never scrolls sideways; what is wide scrolls in a box of its own. */
const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

/** Buttons are 44 px high, at the desk 36 under a mouse, all else that is pressed 24; links in a sentence aside. */
function tooSmall(): string[] {
  const isInText = (element: Element) => element.matches("p a, li a, dt a, dd a, small a, label a, label input");
  const button = location.pathname.startsWith("/admin") ? 35.5 : 43.5;
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden"))
    .filter((element) => !element.matches(".visually-hidden, .skip-link, [tabindex='-1']") && !isInText(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ element, box }) => {
      const least = element.matches(".button:not(.slim)") ? button : 23.5;
      return box.height > 0 && (box.height < least || box.width < 23.5);
    })
    .map(
      ({ element, box }) => `${Math.round(box.width)} x ${Math.round(box.height)} ${element.outerHTML.slice(0, 100)}`,
    );
}

/** Examines the page as it stands, and keeps what is wrong with it. */
const examiner =
  ({ page, isNarrow }: Visit, wrong: string[]): See =>
  async (name) => {
    const say = (found: readonly string[]) => wrong.push(...found.map((each) => `${name}: ${each}`));
    if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
    say(await violations(page, "light"));
    say(await violations(page, "dark"));
    await page.emulateMedia({ colorScheme: "light" });
    if (await page.evaluate(isTooWide)) say([`scrolls sideways at ${page.viewportSize()?.width} px`]);
    if (!isNarrow) return;
    if (name !== "letter") say((await page.evaluate(tooSmall)).map((each) => `too small: ${each}`));
    await page.setViewportSize({ width: 320, height: 740 });
    if (await page.evaluate(isTooWide)) say(["scrolls sideways at 320 px"]);
    await page.setViewportSize(narrow);
  };

journey("every page can be used by everybody", {}, ({ server, visit, owner }) => {
  for (const viewport of [wide, narrow])
    test(`at ${viewport.width} px, by day and by night`, async () => {
      const customer = {
        name: "Odile Bernard",
        email: `odile-${viewport.width}@example.com`,
        password: "a long walk home",
      };
      await server()
        .shop.visitor()
        .json.post("/api/register", { ...customer, displayName: customer.name });
      const wrong: string[] = [];
      // Only here the policy is put aside, to bring the examiner in.
      await visit({ viewport, bypassCSP: true }, (shopper) => walkShop(shopper, examiner(shopper, wrong), customer));
      const storageState = await owner();
      await visit({ viewport, bypassCSP: true, storageState }, (desk) => walkDesk(desk, examiner(desk, wrong)));
      await visit({ viewport, bypassCSP: true }, async (desk) => {
        await desk.go("/admin/login");
        await examiner(desk, wrong)("admin-sign-in");
      });
      expect(wrong).toEqual([]);
    }, 600_000);
});
