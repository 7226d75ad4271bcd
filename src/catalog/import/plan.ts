import { zero } from "#src/pricing/money.ts";
import { keptColumns, type KeptColumns } from "../kept-product.ts";
import { richText } from "../rich-text.ts";
import { planPictures, type PicturePlan } from "./plan-pictures.ts";
import { planVariants, withStaying, type VariantPlan } from "./plan-variants.ts";
import type { CollectionPath, ImportedProduct } from "./product.ts";
import type { CollectionRow, Known, MembershipRow, ProductRow } from "./store.ts";
import type { Part } from "./told.ts";

/** What a plan needs to know besides the file and the shop. */
export type Setting = {
  readonly runId: string;
  readonly now: Date;
  readonly newId: () => string;
  readonly tells: (part: Part) => boolean;
  /** Tax classes with a rate; another one falls back to the standard, so that nothing is sold untaxed by mistake. */
  readonly taxClasses: ReadonlySet<string>;
  readonly collectionAt: (path: CollectionPath) => string | undefined;
  readonly listNamed: (handle: string) => Pick<CollectionRow, "id" | "rule"> | undefined;
  /** Whether a list by hand was made by an import, so that an import may take a product out of it. */
  readonly mayLeave: (collectionId: string) => boolean;
  /** Whether a name is that of a picture that the shop has already. */
  readonly hasPicture: (name: string) => boolean;
};

/** What is to be done about one product. Nothing, when `change` is empty and no list differs. */
export type Plan = {
  readonly id: string;
  readonly imported: ImportedProduct;
  readonly digest: string;
  readonly before: Known | null;
  readonly product: ProductRow;
  /** The columns that differ; all of them for a new one. */
  readonly change: Partial<ProductRow>;
  readonly variants: VariantPlan;
  readonly pictures: PicturePlan;
  readonly memberships: {
    readonly join: readonly MembershipRow[];
    readonly move: readonly MembershipRow[];
    readonly leave: readonly string[];
  };
};

export function planProduct(
  imported: ImportedProduct,
  digest: string,
  before: Known | undefined,
  setting: Setting,
): Plan {
  const id = before?.product.id ?? setting.newId();
  const pictures = planPictures(imported, before?.pictures, id, setting);
  const variants = planVariants(imported, before?.variants, id, pictures.idOf, setting);
  const said = productRow(imported, digest, id, before?.product, setting);
  const told = { ...said, options: withStaying(said.options, variants.stay) };
  const product = before ? told : { ...told, ...keptOf(told, variants, pictures) };
  const change = before ? difference(before.product, product) : product;
  return {
    id,
    imported,
    digest,
    before: before ?? null,
    product,
    change,
    variants,
    pictures,
    memberships: planMemberships(imported, id, product, before, setting),
  };
}

/** What cards show of a new product: written with it, it need not be written again when it is kept. */
function keptOf(product: ProductRow, { add: variants }: VariantPlan, { add }: PicturePlan): KeptColumns {
  const pictures = add.filter((picture) => picture.state === "ready");
  return keptColumns({ ...product, variants, pictures, ratings: [] });
}

/** Whether a shopper or the shopkeeper would see any of it. */
export function changesAnything({ change, variants, pictures, memberships }: Plan): boolean {
  const lists = [variants.add, variants.change, variants.drop, pictures.add, pictures.change, pictures.drop];
  const places = [memberships.join, memberships.move, memberships.leave];
  return Object.keys(change).length > 0 || [...lists, ...places].some((list) => list.length > 0);
}

function productRow(
  said: ImportedProduct,
  digest: string,
  id: string,
  before: ProductRow | undefined,
  setting: Setting,
): ProductRow {
  const told = <P extends Part & keyof ProductRow>(
    part: P,
    value: ProductRow[P],
    otherwise: ProductRow[P],
  ): ProductRow[P] => (setting.tells(part) || !before ? value : (before[part] ?? otherwise));
  const blank = { priceFrom: zero, priceTo: zero, compareAt: null, reduced: false, available: false, variantCount: 0 };
  const kept = { ...blank, picture: "", pictureAlt: "", ratingSum: 0, ratingCount: 0 };
  const made = { createdAt: setting.now, updatedAt: setting.now, version: 1, source: setting.runId, leadTime: "" };
  return {
    ...kept,
    ...made,
    ...before,
    ...(said.own
      ? { leadTime: said.own.leadTime, createdAt: said.own.createdAt ?? before?.createdAt ?? setting.now }
      : {}),
    id,
    digest,
    source: before && before.source !== "demo" ? before.source : setting.runId,
    handle: said.handle,
    title: said.title,
    // Both may be said by a column that is not theirs: a brand by an attribute, a line by a metafield.
    subtitle: said.subtitle || told("subtitle", "", ""),
    description: told("description", richText(said.description), ""),
    vendor: said.vendor || told("vendor", "", ""),
    type: told("type", said.type, ""),
    tags: told("tags", said.tags, []),
    status: told("status", said.status, "active"),
    seoTitle: told("seoTitle", said.seoTitle, ""),
    seoDescription: told("seoDescription", said.seoDescription, ""),
    attributes: said.attributes.length > 0 || setting.tells("own") ? said.attributes : (before?.attributes ?? []),
    options: optionsOf(said),
    taxClass: told("taxClass", taxClassOf(said, setting), "standard"),
    digital: told("digital", said.digital, false),
  };
}

function taxClassOf({ taxClass, own }: ImportedProduct, { taxClasses }: Setting): string {
  return own || taxClass === "untaxed" || taxClasses.has(taxClass) ? taxClass : "standard";
}

/** The first option whose values each have a picture of their own is shown as swatches. */
function optionsOf({ options, variants, own }: ImportedProduct): ProductRow["options"] {
  const picturesOf = (at: number, value: string) =>
    new Set(variants.filter((each) => each.options[at] === value).map((each) => each.picture));
  const pictured = options.findIndex(({ values }, at) => {
    const all = values.map((value) => picturesOf(at, value));
    const each = all.every((found) => found.size === 1 && !found.has(""));
    return each && new Set(all.flatMap((found) => [...found])).size === values.length && values.length > 1;
  });
  return options.map(({ name, values }, at) => {
    const shown = own ? own.pictured.includes(name) : at === pictured;
    return shown ? { name, values, pictured: true } : { name, values };
  });
}

/** Columns that an import does not set, or that differ after every import. */
const unseen = new Set<string>(["digest", "updatedAt", "version", "source"]);

/** Which columns differ; JSON is compared by what it says. */
export function difference<R extends object>(before: R, after: R): Partial<R> {
  const names = (Object.keys(after) as (keyof R & string)[]).filter((name) => !unseen.has(name));
  return Object.fromEntries(
    names
      .filter((name) => !Bun.deepEquals(plainly(before[name]), plainly(after[name])))
      .map((name) => [name, after[name]]),
  ) as Partial<R>;
}

const plainly = (value: unknown) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

function planMemberships(
  said: ImportedProduct,
  productId: string,
  product: ProductRow,
  before: Known | undefined,
  setting: Setting,
): Plan["memberships"] {
  const wanted = new Map<string, number>();
  for (const path of [...said.collections, said.taxonomy]) {
    // A shopper who opens "Clothing" expects what lies in "Clothing > Hoodies" there, too.
    for (let depth = 1; depth <= path.length; depth += 1) {
      const id = setting.collectionAt(path.slice(0, depth));
      if (id !== undefined) wanted.set(id, said.row);
    }
  }
  for (const { collection, place } of said.own?.places ?? []) {
    const found = setting.listNamed(collection);
    if (found?.rule === null) wanted.set(found.id, place);
  }
  const there = new Map((before?.memberships ?? []).map((row) => [row.collectionId, row]));
  const row = (collectionId: string, position: number): MembershipRow => ({
    collectionId,
    productId,
    position,
    shown: product.status === "active",
    price: product.priceFrom,
    createdAt: product.createdAt,
  });
  const rows = [...wanted].map(([collectionId, place]) => row(collectionId, place));
  const tells = said.own !== undefined || setting.tells("collections");
  return {
    join: rows.filter((each) => !there.has(each.collectionId)),
    move: said.own
      ? rows.filter((each) => (there.get(each.collectionId)?.position ?? each.position) !== each.position)
      : [],
    leave: tells ? [...there.keys()].filter((id) => !wanted.has(id) && setting.mayLeave(id)) : [],
  };
}
