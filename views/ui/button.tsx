import type { Children } from "@kitajs/html";

type Props = {
  /** A link that looks like a button. */
  readonly href?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: "submit" | "button" | undefined;
  /** One loud one per view; the others are quiet. */
  readonly quiet?: boolean | undefined;
  readonly slim?: boolean | undefined;
  readonly wide?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly children: Children;
};

export function Button({ href, quiet, slim, wide, children, ...rest }: Props) {
  const look = `button${quiet ? " quiet" : ""}${wide ? " wide" : ""}${slim ? " slim" : ""}`;
  if (href !== undefined)
    return (
      <a class={look} href={href} id={rest.id}>
        {children as "safe"}
      </a>
    );
  return (
    <button class={look} {...rest}>
      {children as "safe"}
    </button>
  );
}
