import type { ShopSettings } from "../settings/shop.ts";

/** What stands around every page, the same for all visitors: drawn by views/layout.tsx. */
export type ShellFacts = {
  readonly shop: ShopSettings;
  readonly menu: readonly { readonly title: string; readonly handle: string }[];
  readonly pages: readonly { readonly title: string; readonly handle: string; readonly column: string }[];
  /** What the gift finder is called, where there is one. */
  readonly finder?: string | undefined;
  /** The shop's address in one line. */
  readonly place?: string | undefined;
  /** There is a place where goods can be picked up. */
  readonly picksUp?: boolean | undefined;
  /** Changes with the files of `public`: pages put it behind their addresses, so that they may be kept for ever. */
  readonly assets?: string | undefined;
  /** What this shop does without. */
  readonly off?: readonly string[] | undefined;
  /** Pages reload when the server is replaced. */
  readonly development?: boolean | undefined;
};

export type ShellReader = {
  read(): Promise<ShellFacts>;
  /** What was read last, without asking anybody; undefined before the first page. */
  known(): ShellFacts | undefined;
};

/** The visitor's own parts of a page, put in at the marks of the layout. */
export type Personal = {
  readonly cartCount: number;
  readonly account: string | undefined;
  /** Of who is signed in: fills in fields that ask for it. */
  readonly email?: string | undefined;
  /** How much news there is that was not looked at. */
  readonly news?: number | undefined;
  readonly theme: "light" | "dark" | undefined;
  /** Handles of products that this visitor likes. */
  readonly liked: readonly string[];
  /** The page shows how it is made: switched on, and allowed. */
  readonly xray?: boolean | undefined;
};

export const nobody: Personal = { cartCount: 0, account: undefined, theme: undefined, liked: [] };

/** The facts, and where this page is. `origin` is the shop's own address, by whichever name it was asked for. */
export type Shell = ShellFacts & { readonly path: string; readonly origin: string };

export async function shellFor(reader: ShellReader, request: Request, origin: string): Promise<Shell> {
  const path = new URL(request.url).pathname;
  return { ...(await reader.read()), path, origin };
}
