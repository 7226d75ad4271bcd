import { FactError, type FactField, type Facts } from "../../promotions/facts.ts";
import { checkbox, form, optional, text, type Posted } from "../../web/forms.ts";

const field = (maxLength: number) => optional(text({ maxLength }, "Shorten this."));

/** Everything may be missing here: the words of the facts say what is. */
export const NewForm = form({
  name: field(200),
  does: field(40),
  value: field(40),
  buy: field(10),
  get: field(10),
  tiers: field(400),
  collection: field(255),
  tags: field(400),
  products: field(1000),
  codes: field(1000),
  minSpend: field(40),
  minQuantity: field(10),
  starts: field(40),
  ends: field(40),
  limit: field(20),
  perCustomer: field(20),
  groups: field(400),
  needsCode: checkbox(),
  firstOrder: checkbox(),
  notReduced: checkbox(),
  alone: checkbox(),
});

type NewPosted = ReturnType<(typeof NewForm)["read"]>;

/** What was typed, as the page shows it again. */
export function typedIn(body: NewPosted): Record<string, string> {
  if (!body.ok) return { ...body.typed };
  const shown = Object.entries(body.value).flatMap(([name, value]): [string, string][] =>
    value === false || value === undefined ? [] : [[name, value === true ? "yes" : String(value)]],
  );
  return Object.fromEntries(shown);
}

const listed = (typed: string | undefined) => {
  const list = (typed ?? "").split(/[,\n]/).map((each) => each.trim());
  return list.filter((each) => each !== "");
};

const list = <Field extends FactField>(name: Field, typed: string | undefined) => {
  const values = listed(typed);
  return values.length === 0 ? {} : { [name]: values };
};

const word = <Field extends FactField>(name: Field, typed: string | undefined) =>
  typed === undefined || typed === "" ? {} : { [name]: typed };

/** The form in the words of a promotion. Boxes that do not belong to what it does are left aside. */
export function factsIn(typed: Readonly<Record<string, string>>): Facts {
  const { does = "percent", value } = typed;
  const percent = does === "percent" || does === "buy-get" ? word("percent", value?.replace(/\s*%$/, "")) : {};
  return {
    ...word("name", typed["name"]),
    does,
    ...percent,
    ...(does === "amount" && word("amount", value)),
    ...(does === "buy-get" && { ...word("buy", typed["buy"]), ...word("get", typed["get"]) }),
    ...(does === "tiers" && list("tiers", typed["tiers"])),
    ...(does !== "free-delivery" && {
      ...list("collections", typed["collection"]),
      ...list("tags", typed["tags"]),
      ...list("products", typed["products"]),
    }),
    ...list("codes", typed["codes"]),
    ...word("minSpend", typed["minSpend"]),
    ...word("minQuantity", typed["minQuantity"]),
    ...word("starts", typed["starts"]),
    ...word("ends", typed["ends"]),
    ...word("limit", typed["limit"]),
    ...word("perCustomer", typed["perCustomer"]),
    ...list("groups", typed["groups"]),
    ...(typed["needsCode"] && { needsCode: "yes" }),
    ...(typed["firstOrder"] && { firstOrder: "yes" }),
    ...(typed["notReduced"] && { notReduced: "yes" }),
    ...(typed["alone"] && { stacking: "alone" }),
  };
}

const boxes: Readonly<Partial<Record<FactField, string>>> = {
  percent: "value",
  amount: "value",
  collections: "collection",
};

/** The sentence beside the box that it is about. */
export const errorsOf = ({ field: about, reason }: FactError): Record<string, string> => ({
  [boxes[about] ?? about]: reason,
});

export type { NewPosted, Posted };
