import type { Change } from "#src/checkout/shown.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Ledger } from "#views/ui/ledger.tsx";

type Props = { readonly message: string; readonly changes: readonly Change[] };

/** What is different from what was seen: nothing was ordered, and the new sum is there to be confirmed. */
export function Changes({ message, changes }: Props) {
  return (
    <div class="notice" role="alert" id="changes" tabindex="-1" autofocus>
      <Icon name="info" />
      <div class="stack">
        <p safe>{message}</p>
        {changes.length === 0 ? null : (
          <Ledger rows={changes.map(({ what, was, now }) => ({ name: what, note: `was ${was}`, value: now }))} />
        )}
      </div>
    </div>
  );
}
