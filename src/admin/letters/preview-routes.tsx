import { Elysia } from "elysia";
import type { Deps } from "../../deps.ts";
import { senderOf } from "../../mail/send.ts";
import { sampleLetters } from "../../mail/samples.ts";
import { letterShopOf } from "../../mail/letter-shop.ts";
import { paths } from "../../paths.ts";
import { ShopError } from "../../web/shop-error.ts";
import { PreviewListPage, PreviewPage } from "#views/admin/letter-previews.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { htmlAnswer, rawAnswer } from "./letter-answers.ts";

/** Every letter that the shop writes, with an order that nobody placed: as HTML, as text, and as it goes out. */
export function previewRoutes(deps: Deps) {
  async function all() {
    const shop = await deps.shop.read();
    return sampleLetters(letterShopOf(shop, deps.config.url), shop.currency);
  }
  async function sample(kind: string) {
    const found = (await all()).find((letter) => letter.kind === kind);
    if (!found) throw new ShopError("not_found", "The shop writes no such letter.");
    return found;
  }

  return new Elysia({ name: "admin-letter-previews" })
    .use(staffScreens(deps, "mail.see"))

    .get(paths.adminPreviews, async ({ screen, desk }) => {
      const props = { desk: await desk("Every letter"), letters: await all() };
      return screen({ page: () => <PreviewListPage {...props} /> });
    })

    .get(paths.adminPreview, async ({ screen, desk, params }) => {
      const letter = await sample(params.kind);
      const frame = await desk(letter.subject);
      return screen({ page: () => <PreviewPage desk={frame} letter={letter} /> });
    })

    .get(paths.adminPreviewBody, async ({ params }) => htmlAnswer((await sample(params.kind)).html))

    .get(paths.adminPreviewRaw, async ({ params }) => {
      const [letter, from] = await Promise.all([sample(params.kind), senderOf(deps)]);
      return rawAnswer({ ...letter, id: "preview", tries: 0 }, from);
    });
}
