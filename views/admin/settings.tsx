import { paths } from "#src/paths.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Desk, type DeskProps } from "./desk.tsx";
import { Address, Found, Front, Money, Paying, Who } from "./settings-panels.tsx";

type Option = { readonly value: string; readonly label: string };

export type SettingsProps = {
  readonly desk: DeskProps;
  readonly typed: Readonly<Record<string, string | undefined>>;
  /** By which the answer is known to be about these settings. */
  readonly seen: string;
  readonly mayEdit: boolean;
  readonly currencies: readonly Option[];
  readonly countries: readonly Option[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly saved?: boolean;
  /** Somebody else was quicker. */
  readonly isStale?: boolean;
  /** The password was given too long ago. */
  readonly mustProve?: boolean;
};

/** Who the shop is and how it does business, on one page and saved together. */
export function SettingsPage(props: SettingsProps) {
  const { desk, errors = {}, saved, seen, mayEdit, isStale, mustProve } = props;
  const isRefused = Object.keys(errors).length > 0;
  return (
    <Desk {...desk} title={isRefused ? `Error: ${desk.title}` : desk.title}>
      <ErrorSummary errors={errors} />
      {isStale ? (
        <Notice
          tone="bad"
          message="Somebody changed the settings since you opened this page. Nothing of yours is saved yet, and all that you typed is below. Save again to put yours in place of theirs."
        />
      ) : null}
      {mustProve ? (
        <Notice
          tone="bad"
          message="You gave your password more than a quarter of an hour ago, so nothing is saved yet. All that you typed is below. Give the password again in another tab, then save here."
        >
          <a href={`${paths.adminAgain}?next=${paths.adminSettings}`} target="_blank" rel="noopener">
            Give the password
          </a>
        </Notice>
      ) : null}
      <div class="head">
        <h1>Settings</h1>
        <span class="soft">Who the shop is, and how it does business</span>
      </div>
      {saved ? (
        <p class="notice ok" role="status">
          <span>Saved. Every page of the shop says so from now on.</span>
        </p>
      ) : null}
      {mayEdit ? (
        <form class="stacked" method="post" action={paths.adminSettings} novalidate>
          <input type="hidden" name="seen" value={seen} />
          <Panels {...props} />
          <div class="save-bar">
            <button class="button">Save the settings</button>
            <span class="soft">All of them, or none where something is wrong.</span>
          </div>
        </form>
      ) : (
        <Panels {...props} />
      )}
    </Desk>
  );
}

function Panels(props: SettingsProps) {
  return (
    <fieldset class="stacked" disabled={!props.mayEdit}>
      <div class="halves">
        <Who {...props} />
        <Address {...props} />
        <Money {...props} />
        <Paying {...props} />
        <Front {...props} />
        <Found {...props} />
      </div>
    </fieldset>
  );
}
