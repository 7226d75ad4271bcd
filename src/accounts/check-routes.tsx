import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { link, paths } from "../paths.ts";
import type { FieldRule, Posted } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { FormField } from "#views/ui/form-field.tsx";
import { EmailForm, ForgotForm, PasswordForm, RegisterForm, ResetForm } from "./forms.ts";

type Checked = {
  readonly read: (input: unknown) => Posted<unknown>;
  readonly fields: Readonly<Record<string, FieldRule>>;
};
/** Forms whose fields are checked once they are left. What only the books know, such as a taken address, is not told here. */
const forms = new Map<string, Checked>([
  ["register", RegisterForm],
  ["forgot", ForgotForm],
  ["reset", ResetForm],
  ["password", PasswordForm],
  ["email", EmailForm],
]);

/** One field of a form as it stands, with what is wrong with it: by the very schema that reads the form when it is sent. */
export function checkRoutes(deps: Deps) {
  return new Elysia({ name: "account-check" })
    .use(screens(deps))
    .post(paths.accountCheck, ({ screen, params: { form, field }, body }) => {
      const found = forms.get(form);
      const rule = found && Object.hasOwn(found.fields, field) ? found.fields[field] : undefined;
      if (!found || !rule) throw new ShopError("not_found", "There is no such field.");
      const read = found.read(body);
      const value = textOf(body, field);
      const draw = () => (
        <FormField
          rule={rule}
          value={value}
          error={read.ok ? undefined : read.errors[field]}
          isAnswer
          check={link(paths.accountCheck, { form, field })}
        />
      );
      return screen({ page: draw, part: draw });
    });
}

function textOf(body: unknown, field: string): string {
  const value = typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>)[field] : "";
  return typeof value === "string" ? value : "";
}
