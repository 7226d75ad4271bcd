import { link, paths } from "#src/paths.ts";

type Props = {
  readonly token: string;
  readonly lines: readonly { readonly handle: string; readonly title: string }[];
};

/** A way to say what one thinks of each thing, once it is paid and has left the house. */
export function Opinions({ token, lines }: Props) {
  const things = new Map(lines.map(({ handle, title }) => [handle, title]));
  return (
    <section class="say stack no-print gap-above" aria-labelledby="o-h">
      <h2 id="o-h">What do you think of it?</h2>
      <ul role="list">
        {[...things].map(([handle, title]) => (
          <li>
            <a href={link(paths.orderReview, { token, handle })} safe>{`Say what you think of ${title}`}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
