import { link, paths } from "#src/paths.ts";
import { Button } from "#views/ui/button.tsx";

type Props = { readonly token: string; readonly version: number; readonly cancelable: boolean };

/** Until it leaves the house the buyer may call it off. */
export function Cancel({ token, version, cancelable }: Props) {
  if (!cancelable) return null;
  return (
    <details class="no-print">
      <summary class="button quiet">Cancel the order</summary>
      <form class="row gap-above" method="post" action={link(paths.orderCancel, { token })}>
        <input type="hidden" name="version" value={String(version)} />
        <Button quiet>Yes, cancel it</Button>
        <span class="small soft">Possible until it leaves the house. The goods go back on the shelf.</span>
      </form>
    </details>
  );
}
