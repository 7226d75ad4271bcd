import { link, paths } from "#src/paths.ts";
import type { Part } from "./sides.ts";

/** Something that one side can do, and where this shop does it. */
export type Ability = {
  readonly name: string;
  readonly here: string;
  readonly see: string;
  readonly href: string;
  readonly part?: Part;
};

/** What a browser brings along. `product` is the address of something to try it with. */
export const browserAbilities = (product: string): readonly Ability[] => [
  {
    name: "Change the page (DOM)",
    here: "A heart turns in its card. Nothing else on the page moves, and the shop knows of it.",
    see: "A heart beside a product",
    href: product,
    part: "likes",
  },
  {
    name: "Ask without a new page (fetch)",
    here: "The account is asked for as JSON and put in place as text, again whenever one comes back to it.",
    see: "Your account",
    href: paths.account,
    part: "accounts",
  },
  {
    name: "Remember on the device (local storage)",
    here: "Light or dark, for the other tabs at once. A cookie tells the server, so no page flashes.",
    see: "Day or night, at the foot",
    href: "#main",
  },
  {
    name: "Remember in the tab (session storage)",
    here: "A half-filled checkout is there after a reload, and gone with the tab. What may be a card's number is never in it.",
    see: "The checkout",
    href: paths.checkout,
  },
  {
    name: "Draw (canvas)",
    here: "Years of sales as a chart, with the same figures in a table. Flat pictures need no WebGL: it is left out.",
    see: "The chart at the desk",
    href: paths.adminFigures,
  },
  {
    name: "Say where it is (geolocation)",
    here: "Asked when a button is pressed, never before. Refused, it says so, and a postcode does as well.",
    see: "Where to pick up",
    href: paths.pickup,
  },
  {
    name: "Work beside the page (worker)",
    here: "The whole catalogue is searched on the device at each letter, also without a network. The page never waits for it.",
    see: "Search on this device",
    href: paths.searchEverything,
  },
  {
    name: "Share work out (several workers)",
    here: "A file of 100,000 products is looked over before it is sent. A worker that hangs is replaced, its piece is done again.",
    see: "Import at the desk",
    href: paths.adminImport,
  },
  {
    name: "Draw beside the page (OffscreenCanvas)",
    here: "The chart is handed to a worker, which says how long a picture took.",
    see: "The chart at the desk",
    href: paths.adminFigures,
  },
  {
    name: "Tell news (notifications)",
    here: "That an order was sent, or something is back: in the page always, by the system where a button allowed it.",
    see: "News",
    href: paths.news,
  },
  {
    name: "Answer at once (validation)",
    here: "A form says what is wrong while one types, by the very rules that the server checks by.",
    see: "A new account",
    href: paths.register,
    part: "accounts",
  },
];

/** What only the server can do. */
export const serverAbilities = (product: string): readonly Ability[] => [
  {
    name: "Read and write files",
    here: "Pictures are looked into, made small, and kept under names of the shop's own. What the file was called decides nothing.",
    see: "A product with its pictures",
    href: product,
  },
  {
    name: "Keep a database",
    here: "Carts, orders and stock are rows. They survive a reload, another device and a power cut.",
    see: "The cart",
    href: paths.cart,
  },
  {
    name: "Hold secrets (environment)",
    here: "One program, set up by variables. A wrong one stops the start and is named; none is ever in a page.",
    see: "Whether it is ready",
    href: paths.ready,
  },
  {
    name: "Speak over sockets",
    here: "HTTP to browsers, SMTP to a mail server, the language of a database on another machine. A page opens none of these.",
    see: "What it says to programs",
    href: paths.api,
  },
  {
    name: "Start other programs",
    here: "It could, and does not: nothing that a visitor types ever reaches a shell.",
    see: "Try it in the search",
    href: `${paths.search}?q=${encodeURIComponent("$(rm -rf /)")}`,
  },
  {
    name: "Work with keys (cryptography)",
    here: "Passwords are hashed slowly, links to orders are signed, the second step is sealed.",
    see: "Sign in",
    href: paths.login,
    part: "accounts",
  },
];

/** What one may build to learn, each at work here. */
export const projects = (product: string): readonly Ability[] => [
  { name: "A quiz", here: "Five questions, and what fits the answers.", see: "The gift finder", href: paths.finder },
  {
    name: "A calculator of prices",
    here: "Options, quantity, what is off for many, delivery and tax: the cart's own figure.",
    see: "A product",
    href: `${product}#item-quantity`,
  },
  {
    name: "A form that checks while one types",
    here: "With words tied to the field, and checked again when it is sent.",
    see: "A new account",
    href: paths.register,
    part: "accounts",
  },
  {
    name: "An interface for programs",
    here: "The same answers from fixed data and from the database.",
    see: "The interface, described",
    href: paths.api,
  },
  {
    name: "Code that is made by code",
    here: "Addresses and rules of forms for the browser, written from the server's. The same source gives the same bytes.",
    see: "One of these files",
    href: link(paths.asset, { name: "paths.js" }),
  },
  {
    name: "The whole of it",
    here: "Drawn on the server, alive in the browser, one database below. This page shows what each of its parts asks.",
    see: "The X-ray",
    href: paths.xray,
  },
];
