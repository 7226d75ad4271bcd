import type { Children } from "@kitajs/html";
import { Icon } from "./icon.tsx";

type Props = {
  readonly message: string;
  /** ok: went well; bad: went wrong; none: worth knowing. */
  readonly tone?: "ok" | "bad" | undefined;
  readonly small?: boolean | undefined;
  /** Said at once by screen readers. */
  readonly alert?: boolean | undefined;
  /** Takes the focus: what had it is gone. */
  readonly focused?: boolean | undefined;
  /** An undo or a way on: stands at the end. */
  readonly children?: Children;
};

/** News on the page. */
export function Notice({ message, tone, small = false, alert = tone === "bad", focused, children }: Props) {
  return (
    <div
      class={`notice${tone ? ` ${tone}` : ""}${small ? " small" : ""}`}
      role={alert ? "alert" : undefined}
      tabindex={focused ? "-1" : undefined}
      autofocus={focused}
    >
      <Icon name={tone === "ok" ? "check" : tone === "bad" ? "circle-alert" : "info"} />
      <p safe>{message}</p>
      {children as "safe"}
    </div>
  );
}
