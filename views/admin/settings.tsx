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
};

/** Who the shop is and how it does business, on one page and saved together. */
export function SettingsPage(props: SettingsProps) {
  const { desk, errors = {}, saved, seen, mayEdit, isStale } = props;
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
      <div class="head">
        <h1>Settings</h1>
        <span class="soft">Who the shop is, and how it does business</span>
      </div>
      {saved ? (
        <p class="notice ok" role="status">
          <span>Saved. Every page of the shop says so from now on.</span>
        </p>
      ) : null}
      <form class="stacked" method="post" action={paths.adminSettings} novalidate>
        <input type="hidden" name="seen" value={seen} />
        <fieldset class="stacked" disabled={!mayEdit}>
          <div class="halves">
            <Who {...props} />
            <Address {...props} />
            <Money {...props} />
            <Paying {...props} />
            <Front {...props} />
            <Found {...props} />
          </div>
        </fieldset>
        {mayEdit ? (
          <div class="save-bar">
            <button class="button">Save the settings</button>
            <span class="soft">All of them, or none where something is wrong.</span>
          </div>
        ) : null}
      </form>
    </Desk>
  );
}
