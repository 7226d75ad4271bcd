import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tx } from "#db/open.ts";
import type { DemoCatalogue } from "#db/seeds/demo-catalogue.ts";
import { dropDemo, hasDemo, takenBy, writeDemo } from "#db/seeds/demo.ts";
import { keepCollections, keepProducts } from "../catalog/keep.ts";
import { saveVersions } from "../catalog/keep-store.ts";
import { markdown } from "../content/markdown.ts";
import type { Deps } from "../deps.ts";
import { embeddedFolder } from "../embedded.ts";
import type { Finder } from "../finder/finder.ts";
import { loadFinder, saveFinder } from "../finder/store.ts";
import { newShop, type ShopSettings } from "../settings/shop.ts";
import { loadShop, saveShop } from "../settings/store.ts";
import { CliError, examples, type AddCommand } from "./context.ts";

export const demoCommand: AddCommand = (program, context) => {
  program
    .command("demo")
    .description("load the demo shop, or take it away again")
    .addHelpText("before", examples("demo", "demo --remove"))
    .option("--remove", "take away what the demo brought; what you made stays")
    .action(async ({ remove }: { remove?: boolean }) => {
      const cli = context();
      const deps = await cli.open();
      const counts = remove ? await removeDemo(deps) : await seedDemo(deps);
      if (cli.json) cli.out(JSON.stringify(counts));
      else
        cli.out(remove ? `Took away ${counts.products} products of the demo.` : `Loaded ${counts.products} products.`);
    });
};

const readCatalogue = () =>
  JSON.parse(readFileSync(join(embeddedFolder("demo"), "catalogue.json"), "utf8")) as DemoCatalogue;

/** Loads the demo shop, settings included, in one write. */
export async function seedDemo(deps: Pick<Deps, "store" | "now">): Promise<{ products: number }> {
  const catalogue = readCatalogue();
  return deps.store.write(async (tx) => {
    if (await hasDemo(tx))
      throw new CliError("The demo shop is loaded already.\n  mend: `pushcart demo --remove` first");
    const taken = await takenBy(tx, catalogue);
    if (taken.length > 0) {
      throw new CliError(`The shop has products of its own at the demo's addresses: ${taken.join(", ")}.`);
    }
    const { productIds, collectionIds } = await writeDemo(tx, catalogue, { now: deps.now(), html: markdown });
    await saveShop(tx, settingsOf(catalogue));
    await saveFinder(tx, finderOf(catalogue));
    await keepProducts(tx, productIds);
    await keepCollections(tx, collectionIds);
    await saveVersions(tx, ["promotions", "shipping", "pages"]);
    return { products: productIds.length };
  });
}

/** Takes away what the demo brought. Settings go back to those of a new shop where nobody has changed them since. */
export async function removeDemo(deps: Pick<Deps, "store">): Promise<{ products: number }> {
  const catalogue = readCatalogue();
  return deps.store.write(async (tx) => {
    const { handles, collectionIds } = await dropDemo(tx, catalogue);
    await keepCollections(tx, collectionIds);
    await resetSettings(tx, settingsOf(catalogue));
    if (Bun.deepEquals(await loadFinder(tx), finderOf(catalogue))) await saveFinder(tx, undefined);
    const keys = ["catalog", "shell", "promotions", "shipping", "pages"];
    await saveVersions(tx, [...keys, ...handles.map((handle) => `product:${handle}`)]);
    return { products: handles.length };
  });
}

async function resetSettings(tx: Tx, demo: Partial<ShopSettings>): Promise<void> {
  const shop = await loadShop(tx);
  const names = (Object.keys(demo) as (keyof ShopSettings)[]).filter((name) => Bun.deepEquals(shop[name], demo[name]));
  await saveShop(tx, Object.fromEntries(names.map((name) => [name, newShop[name]])));
}

const finderOf = ({ quiz: { title, intro, questions } }: DemoCatalogue): Finder => ({
  title,
  intro,
  questions: questions.map(({ question, answers }) => ({
    question,
    answers: answers.map(({ label, products }) => ({ label, products })),
  })),
});

/** What the demo sets: who the shop is, its front page, and test mode, so that an order can be paid. */
function settingsOf({ shop, home }: DemoCatalogue): Partial<ShopSettings> {
  const { name, tagline, currency, pricesIncludeTax, locale, timeZone, email, phone, address, seo } = shop;
  const { street, city, region, postcode, country } = address;
  const { picture, alt, heading, text, action } = home.hero;
  return {
    name,
    tagline,
    currency,
    pricesIncludeTax,
    locale,
    timeZone,
    email,
    phone,
    country: "US",
    testMode: true,
    address: { street, city, region, postcode, country },
    seoTitle: seo.title,
    seoDescription: seo.description,
    bank: {
      holder: name,
      account: "000123456789",
      routing: "000000000",
      name: "Bank of the Tamarack Valley (invented)",
      daysToPay: 14,
    },
    home: {
      heading,
      text,
      picture: picture.replace(/^pictures\//, ""),
      alt,
      action,
      trust: home.trust,
      rows: home.rows,
    },
  };
}
