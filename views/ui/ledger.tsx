import type { Children } from "@kitajs/html";
import { WhyLink } from "./why-link.tsx";

export type LedgerRow = {
  readonly name: string;
  readonly value: string;
  /** Small print below the name. */
  readonly note?: string | undefined;
  readonly kind?: "less" | "total" | undefined;
  /** By which its explanation is found. */
  readonly of?: string | undefined;
};

type Props = {
  readonly rows: readonly LedgerRow[];
  /** Long answers on the right, as in delivery facts. */
  readonly facts?: boolean | undefined;
  readonly small?: boolean | undefined;
  /** Where the amounts are explained; left out where nothing is to be explained. */
  readonly why?: string | undefined;
  /** Rows of one's own before the others: `div` with `dt` and `dd`. */
  readonly children?: Children;
};

/** Names, dotted leaders, amounts; a double rule above the total. */
export function Ledger({ rows, facts = false, small = false, why, children }: Props) {
  return (
    <dl class={`ledger${facts ? " facts-list" : ""}${small ? " small" : ""}`}>
      {children as "safe"}
      {rows.map(({ name, value, note, kind, of }) => (
        <div class={kind}>
          <dt>
            <span safe>{name}</span>
            {note ? <small safe>{note}</small> : null}
          </dt>
          {why === undefined ? (
            <dd safe>{value}</dd>
          ) : (
            <dd>
              <WhyLink value={value} at={why} of={of} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
