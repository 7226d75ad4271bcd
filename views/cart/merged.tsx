import type { BroughtIn } from "#src/cart/cart.ts";
import { paths } from "#src/paths.ts";
import { Notice } from "#views/ui/notice.tsx";

/** What a sign-in or an order brought into the cart, what of it is otherwise, and how to have it as it was. */
export function MergedNotice({ merged }: { readonly merged: BroughtIn | undefined }) {
  if (merged === undefined) return null;
  const { said, notes, undoable } = merged;
  return (
    <>
      <Notice message={said}>{undoable ? <Undo /> : null}</Notice>
      {notes.length === 0 ? null : (
        <ul class="small" aria-label="What is otherwise">
          {notes.map((note) => (
            <li safe>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Undo() {
  return (
    <form
      method="post"
      action={paths.cartUnmerge}
      hx-post={paths.cartUnmerge}
      hx-target="#cart-body"
      hx-swap="outerMorph"
      hx-sync="#cart-body:queue all"
    >
      <button class="link-button">
        Undo that<span class="visually-hidden">: have the cart as it was before</span>
      </button>
    </form>
  );
}
