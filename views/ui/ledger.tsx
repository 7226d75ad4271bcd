import type { Children } from "@kitajs/html";

export type LedgerRow = {
  readonly name: string;
  readonly value: string;
  /** Small print below the name. */
  readonly note?: string | undefined;
  readonly kind?: "less" | "total" | undefined;
};

type Props = {
  readonly rows: readonly LedgerRow[];
  /** Long answers on the right, as in delivery facts. */
  readonly facts?: boolean | undefined;
  readonly small?: boolean | undefined;
  /** Rows of one's own before the others: `div` with `dt` and `dd`. */
  readonly children?: Children;
};

/** Names, dotted leaders, amounts; a double rule above the total. */
export function Ledger({ rows, facts = false, small = false, children }: Props) {
  return (
    <dl class={`ledger${facts ? " facts-list" : ""}${small ? " small" : ""}`}>
      {children as "safe"}
      {rows.map(({ name, value, note, kind }) => (
        <div class={kind}>
          <dt>
            <span safe>{name}</span>
            {note ? <small safe>{note}</small> : null}
          </dt>
          <dd safe>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
