import { Field } from "#views/ui/field.tsx";

type Typed = Readonly<Record<string, string>>;

/** Who a new account is for, at the shop's door and at the desk's. */
export function NameAndEmail({ typed, errors }: { readonly typed: Typed; readonly errors: Typed }) {
  return (
    <>
      <Field
        name="displayName"
        label="Name"
        autocomplete="name"
        value={typed["displayName"]}
        error={errors["displayName"]}
        maxlength={100}
      />
      <Field
        name="email"
        label="Email"
        type="email"
        autocomplete="username"
        value={typed["email"]}
        error={errors["email"]}
        maxlength={254}
      />
    </>
  );
}
