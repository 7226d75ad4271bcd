import type { PageShell } from "./shell.ts";

type Drawn = Pick<PageShell, "menu" | "pages" | "assets"> & { readonly parts: Map<string, string> };

const drawnFor = new WeakMap<PageShell["shop"], Drawn>();

/**
 * A part of the frame that is the same on all pages, drawn once for as long as nothing about the shop changes. `name`
 * says which part, and what of the page it depends on: there must be few of them.
 */
export function remember(shell: PageShell, name: string, draw: () => JSX.Element): JSX.Element {
  const { shop, menu, pages, assets } = shell;
  let drawn = drawnFor.get(shop);
  if (drawn?.menu !== menu || drawn.pages !== pages || drawn.assets !== assets) {
    drawn = { menu, pages, assets, parts: new Map() };
    drawnFor.set(shop, drawn);
  }
  const known = drawn.parts.get(name);
  if (known !== undefined) return known;
  const part = inOnePiece(draw() as string); // nothing in the frame waits
  drawn.parts.set(name, part);
  return part;
}

/** The same text, put together now: else every page that it stands in goes through all the texts it was joined from. */
export const inOnePiece = (text: string): string => Buffer.from(text).toString();
