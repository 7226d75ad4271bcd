import { link, paths } from "#src/paths.ts";
import type { FieldRules } from "#src/web/forms.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { FormField } from "#views/ui/form-field.tsx";
import { Desk, type DeskProps } from "./desk.tsx";

export type OwnSession = {
  readonly id: string;
  /** "Firefox on Windows" */
  readonly device: string;
  /** In words. */
  readonly seen: string;
  readonly isThis: boolean;
};

export type MeProps = {
  readonly desk: DeskProps;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly secondStep: boolean;
  readonly sessions: readonly OwnSession[];
  readonly fields: FieldRules<"password" | "newPassword">;
  readonly notice?: string | undefined;
  readonly errors?: Readonly<Record<string, string>>;
};

/** Oneself at the desk: how one signs in, and where one is signed in. */
export function MePage(props: MeProps) {
  const { desk, name, email, role, notice, errors = {} } = props;
  const isRefused = Object.keys(errors).length > 0;
  return (
    <Desk {...desk} title={isRefused ? `Error: ${desk.title}` : desk.title}>
      <ErrorSummary errors={errors} />
      <div class="head">
        <h1 safe>{name}</h1>
        <span class="soft" safe>{`${email}, ${role}`}</span>
      </div>
      {notice === undefined ? null : (
        <p class="notice ok" role="status">
          <span safe>{notice}</span>
        </p>
      )}
      <div class="split">
        <div>
          <Devices {...props} />
        </div>
        <aside aria-label="How you sign in">
          <Password {...props} />
          <SecondStep {...props} />
        </aside>
      </div>
    </Desk>
  );
}

function Devices({ sessions }: MeProps) {
  return (
    <section class="panel" aria-labelledby="devices-h">
      <div class="bar">
        <h2 id="devices-h">Where you are signed in</h2>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label="Devices, scrolls sideways on a narrow screen">
        <table class="table slips worded">
          <thead>
            <tr>
              <th scope="col">Device</th>
              <th scope="col">Last seen</th>
              <th scope="col">
                <span class="visually-hidden">End it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <DeviceRow {...session} />
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 ? (
        <div class="pad">
          <form method="post" action={paths.adminMeOthers}>
            <button class="button quiet">Sign out all others</button>
          </form>
        </div>
      ) : null}
    </section>
  );
}

function DeviceRow({ id, device, seen, isThis }: OwnSession) {
  return (
    <tr>
      <th scope="row" safe>
        {device}
      </th>
      <td data-label="Last seen" safe>
        {isThis ? "This one, in use now" : seen}
      </td>
      <td class="whole">
        {isThis ? null : (
          <form method="post" action={link(paths.adminMeSession, { id })}>
            <button class="button quiet slim" aria-label={`Sign out ${device}, last seen ${seen}`}>
              Sign it out
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

function Password({ fields, errors = {} }: MeProps) {
  return (
    <section class="panel" aria-labelledby="password-h">
      <div class="bar">
        <h2 id="password-h">Change your password</h2>
      </div>
      <div class="pad">
        <form class="stacked" method="post" action={paths.adminMePassword} novalidate>
          <FormField rule={fields.password} error={errors["password"]} plain />
          <FormField rule={fields.newPassword} error={errors["newPassword"]} plain />
          <p>
            <button class="button">Take the new password</button>
          </p>
        </form>
        <p class="soft">Every other device is signed out, and a letter says so.</p>
      </div>
    </section>
  );
}

function SecondStep({ secondStep }: MeProps) {
  return (
    <section class="panel" aria-labelledby="factor-h">
      <div class="bar">
        <h2 id="factor-h">Second step</h2>
      </div>
      <div class="pad">
        <p>
          {secondStep
            ? "A code of your app is asked for after the password."
            : "None: the password alone opens the desk."}
        </p>
        <p>
          <a href={paths.adminFactor}>{secondStep ? "Change your second step" : "Set one up"}</a>
        </p>
      </div>
    </section>
  );
}
