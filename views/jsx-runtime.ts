import { Fragment, jsx as draw } from "@kitajs/html/jsx-runtime";

export { Fragment };

/**
 * Kita escapes only the quotation mark of an attribute. Left alone, `&quot;` typed by a person would be read as a
 * quotation mark by the browser, and `?a=1&copy=2` as a sign for copyright: here every ampersand is escaped first. So is
 * every `<`: htmx looks for its own tags in the text of an answer, and would find `<hx-partial>` inside an attribute too.
 */
export function jsx(name: Parameters<typeof draw>[0], attributes: Parameters<typeof draw>[1]): JSX.Element {
  return draw(name, typeof name === "string" ? escapedFirst(attributes) : attributes);
}

export const jsxs = jsx;
export const jsxDEV = jsx;

type Attributes = Parameters<typeof draw>[1];

function escapedFirst(attributes: Attributes): Attributes {
  let escaped: Record<string, unknown> | undefined;
  const given = attributes as Readonly<Record<string, unknown>>;
  for (const name in given) {
    const value = given[name];
    if (typeof value !== "string" || name === "children" || !(value.includes("&") || value.includes("<"))) continue;
    escaped ??= { ...given };
    escaped[name] = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  }
  return (escaped ?? attributes) as Attributes;
}
