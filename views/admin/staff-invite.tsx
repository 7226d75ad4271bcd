import { paths } from "#src/paths.ts";
import { Field } from "#views/ui/field.tsx";
import type { StaffPageProps } from "./staff.tsx";

/** The link itself, for where no letter takes it to them. */
export function Invitation({ email, link: address }: { readonly email: string; readonly link: string }) {
  return (
    <section class="notice" role="status">
      <div>
        <p>
          No mail server is set up, so hand this link to <strong safe>{email}</strong> yourself. It is shown here once,
          works once, and for 48 hours.
        </p>
        <p>
          <code safe>{address}</code>
        </p>
      </div>
    </section>
  );
}

/** A place at the desk for somebody new. */
export function InviteForm({ roles, typed, errors }: Pick<StaffPageProps, "roles" | "typed" | "errors">) {
  return (
    <section class="panel" aria-label="Ask somebody to the desk">
      <div class="bar">
        <h2>Ask somebody to the desk</h2>
      </div>
      <div class="pad">
        <form class="stacked" method="post" action={paths.adminStaff} novalidate>
          <Field
            name="email"
            label="Their email"
            type="email"
            autocomplete="off"
            hint="A link goes there with which they choose a password. It works once, for 48 hours."
            value={typed["email"]}
            maxlength={254}
            error={errors["email"]}
          />
          <Field
            name="role"
            label="Role"
            value={typed["role"] ?? "packer"}
            options={roles.map(({ value, label, words }) => ({ value, label: `${label}: ${words}` }))}
            error={errors["role"]}
          />
          <p>
            <button class="button">Send the invitation</button>
          </p>
        </form>
      </div>
    </section>
  );
}
