import type { Cents } from "#src/pricing/money.ts";

// How db/seeds/demo/catalogue.json tells of the demo shop. Prices are minor units, weights grams, rates millionths;
// dates are days from the day it is loaded.

export type DemoProduct = {
  readonly handle: string;
  readonly title: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly position: number;
  readonly shortDescription: string;
  /** Markdown. */
  readonly description: string;
  readonly taxClass: string;
  readonly stockPolicy: "deny" | "backorder" | "untracked";
  readonly requiresShipping: boolean;
  readonly leadTime?: string;
  readonly maxPerOrder?: number;
  readonly options: readonly { readonly name: string; readonly values: readonly string[]; readonly picture: boolean }[];
  readonly variants: readonly DemoVariant[];
  readonly pictures: readonly { readonly src: string; readonly alt: string }[];
  readonly details: readonly { readonly name: string; readonly value: string }[];
  readonly related: readonly string[];
  readonly seo: { readonly title: string; readonly description: string };
};

export type DemoVariant = {
  readonly sku: string;
  readonly options: readonly string[];
  readonly price: Cents;
  readonly compareAt?: Cents;
  readonly stock: number | null;
  readonly weight: number;
  readonly barcode?: string;
  readonly picture: string;
};

export type DemoPromotion = {
  readonly name: string;
  readonly code: string | null;
  readonly startsDay: number;
  readonly endsDay: number | null;
  readonly limit: number | null;
  readonly used: number;
  readonly oncePerCustomer: boolean;
  readonly minimum: number;
} & (
  | { readonly kind: "order-percent"; readonly percent: number }
  | { readonly kind: "order-amount"; readonly amount: number }
  | { readonly kind: "collection-percent"; readonly percent: number; readonly collection: string }
  | { readonly kind: "free-shipping"; readonly method: string }
  | {
      readonly kind: "tiers";
      readonly product: string;
      readonly tiers: readonly { readonly from: number; readonly percent: number }[];
    }
  | { readonly kind: "buy-get"; readonly buy: number; readonly get: number; readonly tag: string }
);

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type DemoPoint = {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly lat: number;
  readonly lon: number;
  readonly hours: Readonly<Record<(typeof days)[number], string>>;
  readonly note: string;
};

export type DemoCatalogue = {
  readonly shop: {
    readonly name: string;
    readonly tagline: string;
    readonly currency: string;
    readonly pricesIncludeTax: boolean;
    readonly locale: string;
    readonly timeZone: string;
    readonly email: string;
    readonly phone: string;
    readonly address: Readonly<Record<"street" | "city" | "region" | "postcode" | "country", string>>;
    readonly seo: { readonly title: string; readonly description: string };
  };
  readonly home: {
    readonly hero: {
      readonly picture: string;
      readonly alt: string;
      readonly heading: string;
      readonly text: string;
      readonly action: { readonly label: string; readonly collection: string };
    };
    readonly trust: readonly string[];
    readonly rows: readonly { readonly title: string; readonly products: readonly string[] }[];
  };
  readonly collections: readonly {
    readonly handle: string;
    readonly title: string;
    readonly intro: string;
    readonly position: number;
    readonly picture: string;
  }[];
  readonly products: readonly DemoProduct[];
  readonly pages: readonly {
    readonly handle: string;
    readonly title: string;
    readonly body: string;
    readonly picture?: string;
    readonly alt?: string;
  }[];
  readonly reviews: readonly {
    readonly product: string;
    readonly rating: number;
    readonly title: string;
    readonly body: string;
    readonly author: string;
    readonly daysAgo: number;
  }[];
  readonly quiz: {
    readonly title: string;
    readonly intro: string;
    readonly questions: readonly {
      readonly question: string;
      readonly answers: readonly { readonly label: string; readonly products: readonly string[] }[];
    }[];
  };
  readonly pickupPoints: readonly DemoPoint[];
  readonly promotions: readonly DemoPromotion[];
  readonly taxZones: readonly {
    readonly code: string;
    readonly name: string;
    readonly country: string;
    readonly regions: readonly string[];
    readonly rates: Readonly<Record<string, number>>;
    readonly shipping: string;
  }[];
  readonly shippingMethods: readonly {
    readonly code: string;
    readonly name: string;
    readonly text: string;
    readonly zone: { readonly country: string; readonly postcodes?: readonly string[] };
    readonly minDays: number;
    readonly maxDays: number;
    readonly byWeight: readonly (readonly [number, Cents])[];
    readonly freeFrom?: Cents;
    readonly excludesTags?: readonly string[];
    readonly excludesProducts?: readonly string[];
    readonly points?: readonly string[];
  }[];
};

/** "pictures/pushcart-mug.svg" is served as "pushcart-mug.svg". */
export const fileOf = (picture: string) => picture.replace(/^pictures\//, "");

const measures = ["Holds", "Net", "Size", "Width", "Length", "Height", "Blade", "Contains", "Format"];

/** One line for a card, of the shortest things there are to say: "Stoneware, 24 fl oz, 4 glazes". */
export function subtitleOf({ details, options, vendor }: Pick<DemoProduct, "details" | "options" | "vendor">): string {
  const first = (name: string) => {
    const told = details.find((each) => each.name === name)?.value ?? "";
    return (told.replace(/\s*\([^)]*\)/g, "").split(/[,;]/)[0] ?? "").trim();
  };
  const isFood = first("Ingredients") !== "";
  const measured = measures.map(first).find((text) => /^\d.*[a-z]/.test(text) && text.length <= 22) ?? "";
  const chosen = options.map(({ name, values }) => `${values.length} ${name.toLowerCase().replace(/s$/, "")}s`);
  const parts = [isFood ? "" : first("Material"), measured, ...chosen].filter(
    (part) => part !== "" && part.length <= 26,
  );
  const [head = `From ${vendor}`, ...rest] = parts;
  return rest.reduce((line, part) => (`${line}, ${part}`.length <= 40 ? `${line}, ${part}` : line), head);
}

/** Opening hours in a few lines: "Mon to Fri 9:00 to 16:00". Days that are alike are said once. */
export function hoursOf(hours: DemoPoint["hours"]): string[] {
  const named = days.map((day) => ({ day: day.charAt(0).toUpperCase() + day.slice(1), time: hours[day] }));
  const runs: { first: string; last: string; time: string }[] = [];
  for (const { day, time } of named) {
    const run = runs.at(-1);
    if (run?.time === time) run.last = day;
    else runs.push({ first: day, last: day, time });
  }
  return runs
    .filter((run) => run.time !== "")
    .map(({ first, last, time }) => `${first === last ? first : `${first} to ${last}`} ${spoken(time)}`);
}

const spoken = (time: string) =>
  time
    .split("-")
    .map((each) => each.replace(/^0/, ""))
    .join(" to ");
