import type { Static, TObject, TProperties } from "typebox";
import { Compile } from "typebox/compile";
import { readJson } from "#src/accounts/json-body.ts";
import { FieldsRefused } from "#src/web/shop-error.ts";

/** What PostgreSQL takes in a text: no NUL, no half of a character. */
const cleanedText = (value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;
/** A field holds a text or a list of texts: what is nested further is refused, and not gone into. */
const cleaned = (value: unknown): unknown => (Array.isArray(value) ? value.map(cleanedText) : cleanedText(value));

type Rule = { readonly say?: string };

/**
 * Reads JSON bodies of one shape. Fields that it does not name are left out. @throws ShopError for anything that is no
 * JSON object, FieldsRefused with a sentence for each field that is wrong.
 */
export function bodyReader<P extends TProperties>(schema: TObject<P>) {
  const check = Compile(schema);
  const rules = Object.entries(schema.properties) as [string, Rule][];

  return async (request: Request): Promise<Static<TObject<P>>> => {
    const sent = await readJson(request);
    const known = rules.flatMap(([name]) => (Object.hasOwn(sent, name) ? [[name, cleaned(sent[name])] as const] : []));
    const value: unknown = Object.fromEntries(known);
    if (check.Check(value)) return value as Static<TObject<P>>;
    const refused = new Set(check.Errors(value).flatMap(fieldsOf));
    const told = rules.filter(([name]) => refused.has(name)).map(([name, { say = "Check this." }]) => [name, say]);
    throw new FieldsRefused(Object.fromEntries(told));
  };
}

function fieldsOf(error: { instancePath: string; params: object }): string[] {
  const missing = (error.params as { requiredProperties?: string[] }).requiredProperties;
  return missing ?? [error.instancePath.split("/")[1] ?? ""];
}
