import { escapeHtml } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import { likeMark } from "#views/personal.tsx";
import { Icon } from "#views/ui/icon.tsx";

type Props = { readonly handle: string; readonly title: string; readonly id?: string | undefined };

const heart = Icon({ name: "heart" }) as string;
const folder = link(paths.like, { handle: "" });

/** The heart of a product on a kept page: whether it is pressed is put in for each visitor. */
export const LikeForm = (props: Props): JSX.Element => draw(props, likeMark(props.handle));

/** What comes back to htmx after a press: the same form in its new state. */
export const LikePart = (props: Props & { readonly liked: boolean }): JSX.Element => draw(props, String(props.liked));

// One string, not elements: a list holds many. The pressed state must reach its attribute unescaped, see personal.tsx.
function draw({ handle, title, id }: Props, pressed: string): string {
  const action = escapeHtml(folder + encodeURIComponent(handle));
  const own = id === undefined ? "" : ` id="${escapeHtml(id)}"`;
  const label = `Like ${escapeHtml(title)}`;
  return `<form method="post" action="${action}"${own} hx-post="${action}" hx-swap="outerMorph"><button class="icon-button like" aria-pressed="${pressed}" aria-label="${label}">${heart}</button></form>`;
}
