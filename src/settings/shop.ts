/** Who the shop is and how it does business: what `pushcart settings` and the demo set. */
export type ShopSettings = {
  readonly name: string;
  readonly tagline: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: "document" | "line";
  /** Where prices include tax: what stays the same for a buyer whose taxes are others, the shelf price or the net price. */
  readonly taxElsewhere: "keep-gross" | "keep-net";
  /** Whether businesses are asked for their VAT number, and pay no tax across a border. */
  readonly vatNumbers: boolean;
  /** Where a visitor is taken to be until an address is known. */
  readonly country: string;
  readonly region: string;
  readonly email: string;
  readonly phone: string;
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly region: string;
    readonly postcode: string;
    readonly country: string;
  };
  readonly timeZone: string;
  readonly locale: string;
  /** Test mode: the built-in test card is offered, and pages say so. */
  readonly testMode: boolean;
  readonly bank: {
    readonly holder: string;
    readonly account: string;
    readonly routing: string;
    readonly name: string;
    /** Days after which an unpaid transfer is given up. */
    readonly daysToPay: number;
  };
  readonly payments: {
    readonly transfer: boolean;
    readonly onDelivery: boolean;
    readonly onPickup: boolean;
  };
  /** Whether who works at the desk needs a second step to sign in; "": wherever the shop is not in test mode. */
  readonly staffSecondStep: "" | "required" | "offered";
  readonly orderPrefix: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly home: HomeSettings;
  /** Below this much a tracked shelf is said to be low. */
  readonly lowStock: number;
};

export type HomeSettings = {
  readonly heading: string;
  readonly text: string;
  readonly picture: string;
  readonly alt: string;
  readonly action: { readonly label: string; readonly collection: string };
  readonly trust: readonly string[];
  readonly rows: readonly { readonly title: string; readonly products: readonly string[] }[];
};

/** A shop of which nothing is known yet. */
export const newShop: ShopSettings = {
  name: "Pushcart",
  tagline: "",
  currency: "USD",
  pricesIncludeTax: false,
  taxRounding: "document",
  taxElsewhere: "keep-gross",
  vatNumbers: false,
  country: "US",
  region: "",
  email: "",
  phone: "",
  address: { street: "", city: "", region: "", postcode: "", country: "US" },
  timeZone: "UTC",
  locale: "en-US",
  testMode: false,
  bank: { holder: "", account: "", routing: "", name: "", daysToPay: 14 },
  payments: { transfer: true, onDelivery: true, onPickup: true },
  staffSecondStep: "",
  orderPrefix: "P-",
  seoTitle: "",
  seoDescription: "",
  home: { heading: "", text: "", picture: "", alt: "", action: { label: "", collection: "" }, trust: [], rows: [] },
  lowStock: 5,
};

/** The shop as it does business: a transfer is offered only where there is an account that it can go to. */
export const inForce = (shop: ShopSettings): ShopSettings =>
  shop.bank.account === "" ? { ...shop, payments: { ...shop.payments, transfer: false } } : shop;
