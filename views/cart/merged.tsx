import { paths } from "#src/paths.ts";
import { Notice } from "#views/ui/notice.tsx";

/** What a sign-in brought into the cart, and how to have it as it was. */
export function MergedNotice({ said }: { readonly said: string | undefined }) {
  if (said === undefined) return null;
  return (
    <Notice message={said}>
      <form
        method="post"
        action={paths.cartUnmerge}
        hx-post={paths.cartUnmerge}
        hx-target="#cart-body"
        hx-swap="outerMorph"
        hx-sync="#cart-body:queue all"
      >
        <button class="link-button">
          Undo that<span class="visually-hidden">: have the cart as it was before you signed in</span>
        </button>
      </form>
    </Notice>
  );
}
