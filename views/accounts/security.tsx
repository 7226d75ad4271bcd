import { link, paths } from "#src/paths.ts";
import type { Shell } from "#src/web/shell.ts";
import { Layout } from "#views/layout.tsx";
import { Button } from "#views/ui/button.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { AccountNav } from "./account-nav.tsx";

export type ShownSession = {
  readonly id: string;
  /** "Firefox on Windows" */
  readonly device: string;
  /** In words. */
  readonly seen: string;
  readonly isThis: boolean;
};

export type SecurityProps = {
  readonly shell: Shell;
  readonly name: string;
  readonly email: string;
  readonly verified: boolean;
  /** Whether signing in takes a code of an app. */
  readonly secondStep: boolean;
  readonly sessions: readonly ShownSession[];
  readonly notice?: string | undefined;
};

/** How one signs in, and where one is signed in: each thing that can be changed, with a page of its own. */
export function SecurityPage({ shell, name, email, verified, secondStep, sessions, notice }: SecurityProps) {
  return (
    <Layout shell={shell} title="Details and devices" robots="noindex">
      <div class="wrap narrow page">
        <AccountNav shell={shell} here={paths.accountSecurity} />
        <div class="stack">
          <h1>Details and devices</h1>
          {notice ? <Notice message={notice} tone="ok" focused /> : null}
          <dl class="ledger">
            <div>
              <dt>
                Name <small safe>{name}</small>
              </dt>
              <dd>
                <a href={paths.accountName}>Change your name</a>
              </dd>
            </div>
            <div>
              <dt>
                Email <small safe>{verified ? email : `${email}, not confirmed yet`}</small>
              </dt>
              <dd>
                <a href={paths.accountEmail}>Change your email</a>
              </dd>
            </div>
            <div>
              <dt>Password</dt>
              <dd>
                <a href={paths.accountPassword}>Change your password</a>
              </dd>
            </div>
            <div>
              <dt>
                Second step <small>{secondStep ? "a code of your app" : "none"}</small>
              </dt>
              <dd>
                <a href={paths.accountFactor}>{secondStep ? "Change your second step" : "Set one up"}</a>
              </dd>
            </div>
          </dl>
        </div>
        <section class="stack form-part gap-above" aria-labelledby="sessions-h">
          <h2 id="sessions-h">Where you are signed in</h2>
          <ul class="stack" role="list">
            {sessions.map((session) => (
              <SessionRow session={session} />
            ))}
          </ul>
          <form method="post" action={paths.accountSessionsEnd}>
            <Button quiet>Sign out everywhere</Button>
          </form>
        </section>
      </div>
    </Layout>
  );
}

function SessionRow({ session: { id, device, seen, isThis } }: { readonly session: ShownSession }) {
  return (
    <li class="notice">
      <p>
        <b safe>{device}</b>
        <br />
        <small safe>{isThis ? "This one, in use now" : `Last seen ${seen}`}</small>
      </p>
      {isThis ? null : (
        <form method="post" action={link(paths.accountSession, { id })}>
          <button class="button quiet slim" aria-label={`Sign out ${device}, last seen ${seen}`}>
            Sign it out
          </button>
        </form>
      )}
    </li>
  );
}
