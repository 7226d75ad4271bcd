import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { screens } from "#src/web/screens.tsx";
import { EverythingPage } from "#views/catalog/everything.tsx";
import { pictureAddress } from "#views/ui/picture.tsx";
import { catalogueKeeper } from "./kept-catalogue.ts";

/** The whole catalogue for a device that searches it by itself, and the page where it does. */
export function deviceRoutes(deps: Deps) {
  const catalogue = catalogueKeeper(deps, (file, handle) => pictureAddress(file, 400, handle));
  return new Elysia({ name: "device" })
    .use(screens(deps))

    .get(paths.searchEverything, ({ kept, request }) =>
      kept([], async () => {
        const { currency } = await deps.shop.read();
        const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
        return { page: (shell) => <EverythingPage shell={shell} q={q} currency={currency} /> };
      }),
    )

    .get(paths.deviceCatalogue, async ({ facts, request: { headers } }) => {
      await deps.limits.count("search", facts.address);
      facts.takeTime(120); // the first who asks waits until it is gathered
      const asked = { had: headers.get("if-none-match"), accepts: headers.get("accept-encoding") ?? "" };
      const { tag, bytes, packing } = await catalogue(asked);
      const told = new Headers({ ETag: tag, "Cache-Control": "public, no-cache", Vary: "Accept-Encoding" });
      if (!bytes) return new Response(null, { status: 304, headers: told });
      told.set("Content-Type", "application/octet-stream");
      if (packing) told.set("Content-Encoding", packing);
      return new Response(bytes, { headers: told });
    });
}
