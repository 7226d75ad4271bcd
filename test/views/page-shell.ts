import type { PageShell } from "#views/shell.ts";

/** Text that breaks out wherever it is not escaped: of elements, of attributes, of a mark for personal parts. */
export const hostile = `"><img src=x onerror=alert(1)>'&amp;</script><!--pc:"count"--><!--pc:count-->`;

/** A shop as the frame of a page sees it. */
export function pageShell(given: Partial<PageShell> = {}): PageShell {
  return {
    shop: {
      name: "The Saturday Stall",
      email: "hello@stall.example",
      payments: { transfer: true, onDelivery: true, onPickup: false },
      testMode: true,
    },
    place: "14 Mill Street, Harrow Mills, WI 54699",
    menu: [
      { title: "Ceramics", handle: "ceramics" },
      { title: "Kitchen", handle: "kitchen" },
    ],
    pages: [
      { title: "About the stall", handle: "about", column: "shop" },
      { title: "Delivery", handle: "delivery", column: "help" },
    ],
    path: "/collections/ceramics",
    origin: "https://stall.example",
    ...given,
  };
}

/** Whether markup that a person typed reached the page as markup. */
export function brokenOut(html: string): boolean {
  let broken = false;
  const found = { element: () => void (broken = true) };
  new HTMLRewriter().on("img[src=x]", found).on("[onerror]", found).transform(html);
  return broken;
}

/** Ids that stand on a page twice. */
export function doubledIds(html: string): string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? "");
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** Targets of htmx that have no element on the page. */
export function lostTargets(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? ""));
  const targets = [...html.matchAll(/hx-target="#([^" ]+)"/g)].map(([, id]) => id ?? "");
  return targets.filter((id) => !ids.has(id));
}
