// How what was typed becomes values and sentences. The shop runs this, and the very same code is sent to the browser
// (public/generated/rules-*.js): so it knows nothing but plain values.

/** All that decides over one field. What TypeBox says of the value is asked for beside it. */
export type Rule = {
  readonly type?: string | undefined;
  readonly optional: boolean;
  /** Kept exactly as it was typed, and never given back. */
  readonly secret: boolean;
  /** The sentence where it is refused. */
  readonly say: string;
  /** The sentence where nothing was typed, if it is another one. */
  readonly empty?: string | undefined;
  /** What else may be wrong with it, in a sentence. */
  readonly trouble?: ((typed: string) => string | undefined) | undefined;
  /** What the shop alone can find wrong with it: the browser has to ask. */
  readonly shopTrouble?: ((typed: string) => string | undefined) | undefined;
};
export type Rules = Readonly<Record<string, Rule>>;

/** Forms whose rules are generated for the browser: scripts/generated/browser-forms.ts has them. */
export type CheckedForm =
  | "register"
  | "sign-in"
  | "forgot"
  | "reset"
  | "password"
  | "email"
  | "review"
  | "newsletter"
  | "pickup"
  | "checkout"
  | "address";

export type Judged = {
  readonly value: Readonly<Record<string, unknown>>;
  /** One sentence for each field that was refused; empty where all is right. */
  readonly errors: Readonly<Record<string, string>>;
};

/** Whether a field's schema takes this value: compiled on the server, generated for the browser. */
export type IsRight = (field: string, value: unknown) => boolean;

/** Reads a form as it was typed. */
export function judge(rules: Rules, isRight: IsRight, typed: Readonly<Record<string, string>>): Judged {
  const value: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const read = readField(rule, Object.hasOwn(typed, name) ? typed[name] : undefined);
    if (read !== undefined) value[name] = read;
    const refused = read === undefined ? !rule.optional : !isRight(name, read);
    const sentence = sentenceOf(rule, read, refused);
    if (sentence !== undefined) errors[name] = sentence;
  }
  return { value, errors };
}

function readField(rule: Rule, typed: string | undefined): unknown {
  if (rule.type === "boolean") return typed === undefined ? undefined : ["on", "yes", "true", "1"].includes(typed);
  if (typed === undefined) return undefined;
  const plain = typed.replaceAll("\0", "");
  const trimmed = rule.secret ? plain : plain.trim();
  if (trimmed === "" && rule.optional) return undefined;
  if (rule.type === "integer") return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
  return trimmed;
}

/** What is wrong with a field, in the sentence that fits best. */
function sentenceOf(rule: Rule, value: unknown, refused: boolean): string | undefined {
  const nothing = value === undefined || value === "";
  if (nothing) return refused ? (rule.empty ?? rule.say) : undefined;
  const text = typeof value === "string" ? value : undefined;
  const trouble = text === undefined ? undefined : rule.trouble?.(text);
  if (trouble !== undefined || refused) return trouble ?? rule.say;
  return text === undefined ? undefined : rule.shopTrouble?.(text);
}
