import { link, paths } from "#src/paths.ts";

type Props = {
  readonly token: string;
  readonly number: string;
  /** As small as a link, in a list of orders. */
  readonly small?: boolean | undefined;
};

/** Puts the goods of an order into the cart once more; the cart says what of it is otherwise. */
export function OrderAgain({ token, number, small = false }: Props) {
  return (
    <form class="no-print" method="post" action={link(paths.orderAgain, { token })}>
      <button class={small ? "link-button" : "button quiet"}>
        Order this again
        <span class="visually-hidden" safe>{`: ${number}`}</span>
      </button>
    </form>
  );
}
