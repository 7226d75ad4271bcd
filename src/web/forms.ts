import Type, { type Static, type TObject, type TProperties, type TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { ShopError } from "./shop-error.ts";

/** What was typed and one sentence for each field that was refused. */
export type Refused = {
  readonly ok: false;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};
/** What arrived: the values, or what is wrong with them. */
export type Posted<T> = { readonly ok: true; readonly value: T } | Refused;

/** What a field says of itself beside its limits: in the page, and in the description of the interface. */
export type More = {
  /** Its label. */
  readonly title?: string;
  /** A hint below the label. */
  readonly description?: string;
  /** The sentence where nothing was typed, if it is another one. */
  readonly empty?: string;
  readonly box?: "email" | "tel" | "url";
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "decimal" | "email" | "tel" | "text";
  /** The least number of UTF-16 units, as the browser's `minlength` counts them. */
  readonly least?: number;
  /** What else may be wrong with it, in a sentence. */
  readonly trouble?: (typed: string) => string | undefined;
};

/** What the page needs to draw a field: all of it said once, by the schema. */
export type FieldRule = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly type: "text" | "email" | "tel" | "url" | "password";
  readonly required: boolean;
  readonly minlength: number | undefined;
  readonly maxlength: number | undefined;
  readonly autocomplete: string | undefined;
  readonly inputmode: More["inputmode"] | undefined;
};
export type FieldRules<Name extends string> = Readonly<Record<Name, FieldRule>>;

/** More fields than any form here has: such a body is refused whole. */
const mostFields = 200;

/** A whole number as people type it: digits only, no sign, exponent or point; spaces around it are dropped. */
export const wholeNumber = (limits: { minimum: number; maximum: number }, say: string, more: More = {}) =>
  Type.Integer({ ...limits, ...more, say });

/** A line of text that must not be empty. `say` is the sentence shown when it is refused. */
export const line = (
  limits: { minLength?: number; maxLength: number; format?: string; pattern?: string },
  say: string,
  more: More = {},
) => Type.String({ minLength: 1, ...limits, ...more, say });

/** Text of several lines, which may be empty. */
export const text = (limits: { maxLength: number }, say: string, more: More = {}) =>
  Type.String({ ...limits, ...more, say });

/** One of these. */
export const choice = <T extends string>(values: readonly T[], say: string) =>
  Type.Unsafe<T>(
    Type.Union(
      values.map((value) => Type.Literal(value)),
      { say },
    ),
  );

/** A field that may be left out or empty. */
export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** True when ticked; browsers leave an unticked box out. */
export const checkbox = () => Type.Optional(Type.Boolean({ say: "" }));

/** A secret: kept exactly as it was typed, spaces and all. */
export const secret = (limits: { maxLength: number }, say: string, more: More = {}) =>
  Type.String({ minLength: 1, ...limits, ...more, say, secret: true });

type Rule = More & {
  readonly type?: string;
  readonly say?: string;
  readonly secret?: boolean;
  readonly maxLength?: number;
};

const isOptional = (rule: object) => "~optional" in rule;

/** Text fields of a form or query. Files, lists (a field sent twice) and anything else are left out: nothing is taken for text. */
function textFields(input: unknown): Record<string, string> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return {};
  const fields = Object.entries(input);
  if (fields.length > mostFields) throw new ShopError("too_large", "That is more than a form here can hold.");
  return Object.fromEntries(
    fields
      .filter((field): field is [string, string] => typeof field[1] === "string")
      .map(([name, value]) => [name, value.replaceAll("\0", "")]),
  );
}

function readField(rule: Rule, typed: string | undefined): unknown {
  if (rule.type === "boolean") return typed === undefined ? undefined : ["on", "yes", "true", "1"].includes(typed);
  if (typed === undefined) return undefined;
  const trimmed = rule.secret ? typed : typed.trim();
  if (trimmed === "" && isOptional(rule)) return undefined;
  if (rule.type === "integer") return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
  return trimmed;
}

/**
 * One form, one schema: what Elysia's `body` or `query` takes (a Standard Schema), what the browser's validator and the
 * HTML attributes are made from. It never makes Elysia answer by itself: the route gets a `Posted` and says what is
 * wrong beside the field. Fields that the schema does not name are left out. What was typed in a `secret` is never given back.
 */
export function form<P extends TProperties>(properties: P) {
  const schema: TObject<P> = Type.Object(properties, { additionalProperties: false });
  const check = Compile(schema);
  const rules = Object.entries(properties) as [string, Rule & object][];
  type Value = Static<TObject<P>>;

  function read(input: unknown): Posted<Value> {
    const typed = textFields(input);
    const value: Record<string, unknown> = {};
    for (const [name, rule] of rules) {
      const field = readField(rule, Object.hasOwn(typed, name) ? typed[name] : undefined);
      if (field !== undefined) value[name] = field;
    }
    const refused = new Set(check.Check(value) ? [] : check.Errors(value).flatMap(fieldsOf));
    const wrong = rules.flatMap(([name, rule]) => {
      const sentence = sentenceOf(rule, value[name], refused.has(name));
      return sentence === undefined ? [] : [[name, sentence] as const];
    });
    if (wrong.length === 0 && refused.size === 0) return { ok: true, value: value as Value };
    const shown = rules.filter(([name, rule]) => !rule.secret && Object.hasOwn(typed, name));
    return {
      ok: false,
      typed: Object.fromEntries(shown.map(([name]) => [name, typed[name] ?? ""])),
      errors: Object.fromEntries(wrong),
    };
  }

  const validate = (input: unknown) => ({ value: read(input) });
  const types = {} as { input: Partial<Record<keyof P, string>>; output: Posted<Value> };
  const fields = Object.fromEntries(rules.map(([name, rule]) => [name, fieldOf(name, rule)])) as FieldRules<
    keyof P & string
  >;
  const standard = { version: 1, vendor: "typebox", validate, types } as const;
  const validateQuery = (input: unknown) => validate(rejoined(input));
  return {
    schema,
    read,
    fields,
    "~standard": standard,
    /** For `query`: a comma that was typed stays one. */
    inQuery: { "~standard": { ...standard, validate: validateQuery } },
  } as const;
}

/** Elysia's reader of a query takes "Doe, John" for a list of two. What it split at commas is put together again. */
function rejoined(input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const joined = (value: unknown) => (Array.isArray(value) ? value.flat().join(",") : value);
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, joined(value)]));
}

/** What was typed, whether or not it was right; never a secret that was refused. */
export const typedIn = (body: Posted<object>): Readonly<Record<string, string | undefined>> =>
  body.ok ? (body.value as Record<string, string | undefined>) : body.typed;

/** Which fields one of TypeBox's errors is about: its own, or those that are missing. */
function fieldsOf(error: { instancePath: string; params: object }): string[] {
  const missing = (error.params as { requiredProperties?: string[] }).requiredProperties;
  return missing ?? [error.instancePath.split("/")[1] ?? ""];
}

/** What is wrong with a field, in the sentence that fits best. */
function sentenceOf(rule: Rule & object, value: unknown, refused: boolean): string | undefined {
  const nothing = value === undefined || value === "";
  if (nothing) return refused ? (rule.empty ?? rule.say ?? "Check this.") : undefined;
  const trouble = typeof value === "string" ? rule.trouble?.(value) : undefined;
  return trouble ?? (refused ? (rule.say ?? "Check this.") : undefined);
}

function fieldOf(name: string, rule: Rule & object): FieldRule {
  const boxed = rule.box ?? "text";
  return {
    name,
    label: rule.title ?? "",
    hint: rule.description,
    type: rule.secret ? "password" : boxed,
    required: !isOptional(rule),
    minlength: rule.least,
    maxlength: rule.maxLength,
    autocomplete: rule.autocomplete,
    inputmode: rule.inputmode ?? (rule.type === "integer" ? "numeric" : undefined),
  };
}
