import { oncePer, plain, type Header } from "./header.ts";
import type { ImportedProduct } from "./product.ts";
import { orderedAttributes, weightPlace } from "./woo-order.ts";

/** Where one attribute of a WooCommerce file stands; -1 for a column that it lacks. */
export type AttributeColumns = { name: number; values: number; visible: number };

const attributeWord = /attribut|atribut|atrybut|атрибут|аттрибут|eigenschap/;
const others = /global|глобальн|globaal|default|defaut|defecto|padrao|predefini|standa|умолчанию|domysln/;
const visibleWord = /visib|sichtbar|видим|zichtba|widoczn/;
const valueWord = /value|valeur|wert|valor|valuta|valore|значени|waarde|wartos/;

/**
 * "Attribute 1 name", "Nom de l'attribut 1", "Значение(-я) аттрибута(-ов) 1": in the order of their numbers. What no word
 * tells is told by its place, since a name stands before its values in every language.
 */
export const attributeColumns = oncePer(({ labels }): readonly AttributeColumns[] => {
  const found = new Map<number, AttributeColumns>();
  for (const [place, label] of labels.entries()) {
    const name = plain(label);
    const number = /\d+/.exec(name)?.[0];
    if (!number || !attributeWord.test(name) || /^meta|^мета/.test(name)) continue;
    const columns = found.get(Number(number)) ?? { name: -1, values: -1, visible: -1 };
    found.set(Number(number), columns);
    if (others.test(name)) continue;
    if (visibleWord.test(name)) columns.visible = place;
    else if (valueWord.test(name)) columns.values = place;
    else columns[(["name", "values", "visible"] as const).find((each) => columns[each] < 0) ?? "name"] = place;
  }
  if (found.size === 0) return orderedAttributes(labels);
  return [...found].toSorted(([left], [right]) => left - right).map(([, columns]) => columns);
});

const weightWord = /^(weight|gewicht|poids|peso|вес|waga)/;

/** The column of the weight and how many grams its unit has; kilograms where the unit is not known. */
export const weightColumn = oncePer(({ labels }): { readonly place: number; readonly unit: string } | undefined => {
  const named = labels.findIndex((label) => weightWord.test(plain(label)));
  const place = named < 0 ? weightPlace(labels) : named;
  if (place < 0) return undefined;
  const unit = plain(/\(([^)]*)\)/.exec(labels[place] ?? "")?.[1] ?? "kg");
  return { place, unit };
});

const sizes = /\((mm|cm|m|in|yd)\)$/i;

/** Length, width and height stand behind the weight, in one unit: "30 × 20 × 10 cm". Where one is missing there is none. */
export function dimensions({ labels }: Header, at: (place: number) => string): ImportedProduct["attributes"] {
  const first = labels.findIndex((label) => sizes.test(label));
  const places = [first, first + 1, first + 2];
  const unit = sizes.exec(labels[first] ?? "")?.[1]?.toLowerCase();
  if (unit === undefined || !places.every((place) => sizes.test(labels[place] ?? ""))) return [];
  const said = places.map(at);
  const isWhole = said.every((text) => /^\d+(?:[.,]\d+)?$/.test(text) && Number(text.replace(",", ".")) > 0);
  return isWhole ? [{ name: "Dimensions", value: `${said.join(" × ")} ${unit}` }] : [];
}
