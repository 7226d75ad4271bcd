import type { FieldRule } from "#src/web/forms.ts";
import { Field } from "./field.tsx";
import { PasswordField } from "./password-field.tsx";

type Props = {
  /** From the form's schema: label, hint, and all that the browser is told of it. */
  readonly rule: FieldRule;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  /** Where to ask, after the field was left, what is wrong with it. */
  readonly check?: string | undefined;
  readonly isAnswer?: boolean | undefined;
  /** Without the button that shows what was typed: for pages without scripts of ours. */
  readonly plain?: boolean | undefined;
};

/** A field as its form's schema describes it. */
export function FormField({ rule: { type, ...rule }, value, error, check, isAnswer, plain }: Props) {
  if (type === "password" && !plain) return <PasswordField {...{ ...rule, error, check, isAnswer }} />;
  return <Field {...rule} type={type} value={type === "password" ? "" : value} error={error} check={check} />;
}
