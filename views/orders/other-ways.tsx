import { link, paths } from "#src/paths.ts";
import { Button } from "#views/ui/button.tsx";

export type OtherWay = { readonly value: string; readonly name: string };

type Props = { readonly token: string; readonly version: number; readonly ways: readonly OtherWay[] };

/** Pays an open order another way: a button for each. */
export function OtherWays({ token, version, ways }: Props) {
  if (ways.length === 0) return null;
  const address = link(paths.orderPay, { token });
  return (
    <form class="stack no-print" method="post" action={address}>
      <h3>Or pay another way</h3>
      <input type="hidden" name="version" value={String(version)} />
      <p class="row">
        {ways.map(({ value, name }) => (
          <Button quiet name="method" value={value}>
            <span safe>{name}</span>
          </Button>
        ))}
      </p>
    </form>
  );
}
