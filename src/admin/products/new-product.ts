import { handleOf } from "../../catalog/import/handle.ts";
import { readList } from "../../catalog/import/own-text.ts";
import type { WantedShelf } from "./shelves.ts";
import { readMoney, type Cents } from "../../pricing/money.ts";

/** An option and its values, in the order in which they were typed. */
export type NewOption = { readonly name: string; readonly values: readonly string[] };
export type NewProduct = {
  readonly title: string;
  readonly subtitle: string;
  readonly vendor: string;
  readonly handle: string;
  readonly status: "active" | "draft";
  readonly price: Cents;
  /** Undefined: not counted. */
  readonly stock: number | undefined;
  readonly sku: string;
  /** Grams. */
  readonly weight: number;
  readonly options: readonly NewOption[];
  /** Every combination of the options' values; one without any where there are none. */
  readonly kinds: readonly (readonly string[])[];
  readonly shelf: WantedShelf | undefined;
};

export type NewTyped = Readonly<Record<string, string | undefined>>;
type Errors = Readonly<Record<string, string>>;
export type NewRead =
  { readonly ok: true; readonly product: NewProduct } | { readonly ok: false; readonly errors: Errors };

const mostKinds = 100;
const mostStock = 1_000_000;

/** What was typed into the form of a new product, or what is wrong with it. */
export function readNewProduct(typed: NewTyped, currency: string): NewRead {
  const errors: Record<string, string> = {};
  const text = (name: string) => typed[name]?.trim() ?? "";
  const title = text("title");
  const handle = handleOf(title);
  if (handle === "") errors["title"] = "Write a name, with a letter or a digit in it.";
  const price = readMoney(text("price"), currency);
  if (price === undefined) errors["price"] = `Write a price in ${currency}, such as 12.00.`;
  const stock = readCount(text("stock"), mostStock);
  if (stock === "wrong") errors["stock"] = "Write how many there are, such as 12; nothing where nobody counts.";
  const weight = readCount(text("weight"), 1_000_000);
  if (weight === "wrong") errors["weight"] = "Write whole grams, such as 350.";
  const options = readOptions(text, errors);
  const many = options.reduce((product, { values }) => product * values.length, 1);
  if (many > mostKinds)
    errors["values1"] =
      `That makes ${many.toLocaleString("en-US")} kinds, and at most ${mostKinds} are possible. Take some out.`;
  const named = text("newShelf");
  if (named !== "" && handleOf(named) === "") errors["newShelf"] = "Write a name, with a letter or a digit in it.";
  const shelf = named !== "" ? { title: named } : text("shelf") === "" ? undefined : { id: text("shelf") };
  if (Object.keys(errors).length > 0 || price === undefined || stock === "wrong" || weight === "wrong")
    return { ok: false, errors };
  return {
    ok: true,
    product: {
      ...{ title, handle, price, stock, options, shelf },
      kinds: combinations(options),
      subtitle: text("subtitle"),
      vendor: text("vendor"),
      status: text("status") === "draft" ? "draft" : "active",
      sku: text("sku"),
      weight: weight ?? 0,
    },
  };
}

/** Undefined where nothing was typed. */
function readCount(text: string, most: number): number | undefined | "wrong" {
  if (text === "") return undefined;
  return /^\d{1,7}$/.test(text) && Number(text) <= most ? Number(text) : "wrong";
}

function readOptions(text: (name: string) => string, errors: Record<string, string>): NewOption[] {
  const found: NewOption[] = [];
  for (const nth of [1, 2, 3]) {
    const name = text(`option${nth}`);
    const values = readList(text(`values${nth}`));
    if (name === "" && values.length === 0) continue;
    if (name === "") errors[`option${nth}`] = "Say what one chooses, such as Size.";
    else if (found.some((other) => same(other.name, name))) errors[`option${nth}`] = `${name} is there already.`;
    else if (values.length === 0) errors[`values${nth}`] = `Write what there is of ${name}, with commas between.`;
    const twice = values.find((value, at) => values.findIndex((other) => same(other, value)) < at);
    if (twice !== undefined) errors[`values${nth}`] = `${twice} is there twice.`;
    const long = values.find((value) => value.length > 100);
    if (long !== undefined) errors[`values${nth}`] = "Shorten each to 100 letters.";
    found.push({ name, values });
  }
  return found;
}

const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();

function combinations(options: readonly NewOption[]): readonly (readonly string[])[] {
  let kinds: readonly (readonly string[])[] = [[]];
  for (const { values } of options) kinds = kinds.flatMap((kind) => values.map((value) => [...kind, value]));
  return kinds;
}
