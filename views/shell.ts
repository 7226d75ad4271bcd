import type { Shell } from "#src/web/shell.ts";

type Parts = "menu" | "pages" | "finder" | "place" | "picksUp" | "path" | "origin" | "assets" | "development" | "off";
/** What the frame around a page needs to know of the shop: a part of what `src/web` hands to every page. */
export type PageShell = Pick<Shell, Parts> & {
  readonly shop: Pick<Shell["shop"], "name" | "email" | "payments" | "testMode">;
};

/** For the pages that are drawn when nothing can be asked: without a name, without collections. */
export const bareShell: PageShell = {
  shop: {
    name: "The shop",
    email: "",
    payments: { transfer: false, onDelivery: false, onPickup: false },
    testMode: false,
  },
  menu: [],
  pages: [],
  path: "",
  origin: "",
};
