import { paths } from "#src/paths.ts";

/** What can be switched off in a shop. */
export type Part = "accounts" | "coupons" | "likes";
export type Side = {
  readonly task: string;
  readonly browser: string;
  readonly server: string;
  readonly see: string;
  readonly href: string;
  readonly part?: Part;
};

/** Who does what, each with the place in this shop where it runs. `product` is the address of something to try it with. */
export const sidesOf = (product: string): readonly Side[] => [
  {
    task: "Show a total while typing",
    browser: "sends what is typed, then shows the answer",
    server: "looks up the price and works it out",
    see: "A product, its quantity",
    href: `${product}#item-quantity`,
  },
  {
    task: "Like something",
    browser: "puts the new heart where the old one was",
    server: "keeps who likes what",
    see: "A heart on any card",
    href: product,
    part: "likes",
  },
  {
    task: "Load one's profile",
    browser: "fetches it as JSON",
    server: "answers nobody but its owner",
    see: "Your account",
    href: paths.account,
    part: "accounts",
  },
  {
    task: "Light or dark",
    browser: "remembers the choice, and tells its other tabs",
    server: "draws the page so, without a flash",
    see: "The foot of any page",
    href: "#main",
  },
  {
    task: "Keep a half-filled checkout",
    browser: "holds what was typed until the tab is closed",
    server: "keeps what was sent; a card number never",
    see: "The checkout",
    href: paths.checkout,
  },
  {
    task: "Find what is near",
    browser: "asks the device, once a button is pressed",
    server: "knows the points and sorts them",
    see: "Where to pick up",
    href: paths.pickup,
  },
  {
    task: "Check an address or a password",
    browser: "asks as the field is left, for comfort",
    server: "checks again as it is sent, for safety",
    see: "A new account",
    href: paths.register,
    part: "accounts",
  },
  {
    task: "Hash a password",
    browser: "never",
    server: "always, with a salt, and slowly",
    see: "Sign in",
    href: paths.login,
    part: "accounts",
  },
  {
    task: "Know what a code is worth",
    browser: "never: it is in nothing it can fetch",
    server: "reads a row, and says why not",
    see: "The cart",
    href: paths.cart,
    part: "coupons",
  },
  {
    task: "Add up questions and answers",
    browser: "sends the answers",
    server: "counts, and shows what fits",
    see: "The gift finder",
    href: paths.finder,
  },
  {
    task: "Take stock off the shelf",
    browser: "presses once, or ten times",
    server: "takes it once, in the same step as the order",
    see: "The checkout",
    href: paths.checkout,
  },
  {
    task: "Files, database, secrets, letters",
    browser: "cannot reach them",
    server: "one process holds them all",
    see: "This page came from there",
    href: "#main",
  },
];

export const mistakes = [
  [
    "A code in the page",
    "Whoever looks at the source can read it. Here a code is a row in the database, and no page, script or answer holds it or its rule.",
  ],
  [
    "The login in local storage",
    "Any script that gets into the page can take it. Here it travels in a cookie that scripts cannot read, and the row it stands for ends when you sign out.",
  ],
  [
    "Checks in the browser alone",
    "They are skipped with one line in a terminal. Here a rule is written once: the server checks by it, and the field in the page takes its limits from it.",
  ],
  [
    "Prices with a decimal point",
    "A tenth has no exact form in binary. Here money is whole cents, and each total can say for every cent where it comes from.",
  ],
  [
    "An error that tells too much",
    "A trace names files and tables. Here a visitor gets a calm sentence and a number; the log has the rest.",
  ],
  [
    "A library on the wrong side",
    "A driver for a database has no business in a browser, a window none on a server. Here the build fails where one side reaches for the other's.",
  ],
  [
    "Secrets and addresses in the code",
    "What differs from one shop to the next is a variable of its environment. The same program runs on a laptop and in public, and a wrong setting stops it with a sentence.",
  ],
  [
    "A page that remembers everything",
    "A reload forgets it. Here cart and orders are the server's, and the browser keeps only what is fine to lose.",
  ],
  [
    "Everything is 200",
    "Programs read the status before the words. Here a refusal, a conflict and a fault have each their own, in pages and in JSON.",
  ],
  [
    "A blank page when the network fails",
    "Here nothing on the page changes, what you typed stays, and a button tries again.",
  ],
] as const;

export const questions = [
  [
    "Does JavaScript replace Python or Java on the server?",
    "No. It replaces the need for a second language where one is enough, as in this shop. Where numbers are crunched or a team knows another language well, that one stays the better choice.",
  ],
  [
    "Is Node the only way to run it there?",
    "No. This shop runs on Bun, which brings its database, password hashing and bundler with it and packs all of it into one file. Deno is a third.",
  ],
  [
    "Which side does one learn first?",
    "The browser, because you see at once what you did. Then the server, because that is where it begins to matter.",
  ],
  [
    "Should pages be drawn in the browser or on the server?",
    "On the server first: the page is there when it arrives, can be found, and works where scripts do not. Then add what is better in place, piece by piece, as this shop does.",
  ],
  [
    "Is it a living?",
    "For many, yes. What is paid for is less the language than knowing what belongs on which side, and why.",
  ],
] as const;
