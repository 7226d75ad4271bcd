import { passwordQueue } from "./accounts/passwords.ts";
import { loadMenu } from "./catalog/store.ts";
import { loadFooterPages } from "./content/store.ts";
import type { Deps } from "./deps.ts";
import { loadFinder } from "./finder/store.ts";
import { newsHub } from "./news/hub.ts";
import { placeLine } from "./settings/place.ts";
import { picksUp } from "./pickup/store.ts";
import { shopReader } from "./settings/store.ts";
import { assetDigest } from "./web/asset-files.ts";
import { keptPages } from "./web/kept.ts";
import { limitsOf } from "./web/limits.ts";
import type { ShellFacts, ShellReader } from "./web/shell.ts";

type Given = Pick<Deps, "store" | "config" | "keys" | "log" | "now" | "newId" | "newToken">;

/** Joins what one process keeps in memory (kept pages, limits, settings, the password queue) to what it was given. */
export function wire(given: Given): Deps {
  const shop = shopReader(given.store);
  return {
    ...given,
    shop,
    shell: shellReader(given, shop),
    kept: keptPages(given.store),
    limits: limitsOf({ store: given.store, now: given.now, lifted: given.config.liftLimits }),
    passwords: passwordQueue(),
    news: newsHub(given),
  };
}

/** Shop, menu and footer, read again only when a write has moved the shell's version. */
function shellReader({ store, config }: Given, shop: Deps["shop"]): ShellReader {
  let stamp: string | undefined;
  let facts: ShellFacts | undefined;
  return {
    known: () => facts,
    async read() {
      const now = await store.stamp(["shell", "settings"]);
      if (facts && now === stamp) return facts;
      const [settings, menu, pages, finder, hasPoints] = await Promise.all([
        shop.read(),
        loadMenu(store.read),
        loadFooterPages(store.read),
        loadFinder(store.read),
        picksUp(store.read),
      ]);
      const { development, off } = config;
      const more = { finder: finder?.title, place: placeLine(settings.address), picksUp: hasPoints };
      facts = { shop: settings, menu, pages, ...more, assets: assetDigest, development, off };
      stamp = now;
      return facts;
    },
  };
}
