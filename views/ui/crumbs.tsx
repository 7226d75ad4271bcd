type Props = {
  /** From the stall down; the page itself comes last and has no address. */
  readonly trail: readonly { readonly title: string; readonly href: string }[];
  readonly here: string;
};

/** Where this page hangs. */
export function Crumbs({ trail, here }: Props) {
  return (
    <nav class="crumbs" aria-label="You are here">
      <ol role="list">
        {trail.map(({ title, href }) => (
          <li>
            <a href={href} safe>
              {title}
            </a>
          </li>
        ))}
        <li aria-current="page" safe>
          {here}
        </li>
      </ol>
    </nav>
  );
}
