import Type, { type Static, type TObject, type TProperties, type TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { judge, type Rule as Judged, type Rules } from "./judge.ts";
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
  /** What else may be wrong with it, in a sentence. A form that the browser judges too takes one that is exported. */
  readonly trouble?: (typed: string) => string | undefined;
  /** What the shop alone can find wrong with it, once nothing else is. */
  readonly shopTrouble?: (typed: string) => string | undefined;
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

function judgedBy(rule: Rule & object): Judged {
  const { type, secret = false, say = "Check this.", empty, trouble, shopTrouble } = rule;
  return { type, optional: isOptional(rule), secret, say, empty, trouble, shopTrouble };
}

/** Text fields of a form or query. Files, lists (a field sent twice) and anything else are left out: nothing is taken for text. */
function textFields(input: unknown): Record<string, string> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return {};
  const fields = Object.entries(input);
  if (fields.length > mostFields) throw new ShopError("too_large", "That is more than a form here can hold.");
  return Object.fromEntries(
    fields
      .filter((field): field is [string, string] => typeof field[1] === "string")
      .map(([name, value]) => [name, value.replaceAll("\0", "").toWellFormed()]),
  );
}

/**
 * One form, one schema: what Elysia's `body` or `query` takes (a Standard Schema), what the browser's validator and the
 * HTML attributes are made from. It never makes Elysia answer by itself: the route gets a `Posted` and says what is
 * wrong beside the field. Fields that the schema does not name are left out. What was typed in a `secret` is never given back.
 */
export function form<P extends TProperties>(properties: P) {
  const schema: TObject<P> = Type.Object(properties, { additionalProperties: false });
  const fields = Object.entries(properties) as [string, Rule & object][];
  const rules: Rules = Object.fromEntries(fields.map(([name, rule]) => [name, judgedBy(rule)]));
  // Compiled when first asked: a shop that starts has dozens of forms that nobody has sent yet.
  let checks: ReadonlyMap<string, Validator> | undefined;
  const compiled = () => new Map(fields.map(([name, rule]) => [name, Compile(rule as TSchema) as Validator]));
  const isRight = (field: string, value: unknown) => (checks ??= compiled()).get(field)?.Check(value) ?? false;
  type Value = Static<TObject<P>>;

  function read(input: unknown): Posted<Value> {
    const typed = textFields(input);
    const { value, errors } = judge(rules, isRight, typed);
    if (Object.keys(errors).length === 0) return { ok: true, value: value as Value };
    const shown = fields.filter(([name, rule]) => !rule.secret && Object.hasOwn(typed, name));
    return { ok: false, typed: Object.fromEntries(shown.map(([name]) => [name, typed[name] ?? ""])), errors };
  }

  const validate = (input: unknown) => ({ value: read(input) });
  const types = {} as { input: Partial<Record<keyof P, string>>; output: Posted<Value> };
  const told = Object.fromEntries(fields.map(([name, rule]) => [name, fieldOf(name, rule)]));
  const standard = { version: 1, vendor: "typebox", validate, types } as const;
  const validateQuery = (input: unknown) => validate(rejoined(input));
  return {
    schema,
    /** How each field is judged: from these and the schema the browser's part is generated. */
    rules,
    read,
    fields: told as FieldRules<keyof P & string>,
    "~standard": standard,
    /** For `query`: a comma that was typed stays one. */
    inQuery: { schema, "~standard": { ...standard, validate: validateQuery } },
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
