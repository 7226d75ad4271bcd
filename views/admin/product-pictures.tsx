import { link, paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Card, lacksWords, swap, type PictureCard } from "./product-picture-card.tsx";
import { AddPictures } from "./product-upload.tsx";

export type PicturesProps = {
  readonly product: { readonly id: string; readonly title: string };
  readonly pictures: readonly PictureCard[];
  readonly mayEdit: boolean;
  /** One that was just taken away, and can be put back. */
  readonly removed?: string | undefined;
  /** One that was just put back: the focus goes there, since the button that was pressed is gone. */
  readonly restored?: string | undefined;
  /** Files that were not taken, each with the reason. */
  readonly refused?: readonly string[] | undefined;
  /** What was done, said to who cannot see it. */
  readonly said?: string | undefined;
};

/** A product's pictures, and the way to add some. */
export function PicturesPanel(props: PicturesProps) {
  return (
    <section class="panel" id="pictures" aria-labelledby="pictures-h">
      <div class="bar">
        <h2 id="pictures-h">Pictures</h2>
      </div>
      <div class="pad stack">
        <Shelf {...props} />
        {props.mayEdit ? <AddPictures productId={props.product.id} /> : null}
      </div>
    </section>
  );
}

/** The pictures in their order, each with its words: what htmx puts in place after each act. */
function Shelf({ product, pictures, mayEdit, removed, restored, refused = [] }: PicturesProps) {
  const silent = pictures.filter(lacksWords).length;
  return (
    <div class="stack" id="picture-shelf">
      {refused.map((message) => (
        <Notice tone="bad" message={message} />
      ))}
      {removed === undefined ? null : <Removed id={removed} />}
      <p class="soft" id="pictures-words" safe>
        {wordsFor(pictures.length, silent)}
      </p>
      <ul class="media worded" id="picture-list" role="list">
        {pictures.map((picture, at) => (
          <Card
            picture={picture}
            at={at}
            mayEdit={mayEdit}
            several={pictures.length > 1}
            focused={picture.id === restored}
          />
        ))}
      </ul>
      {mayEdit ? <Arranged productId={product.id} /> : null}
    </div>
  );
}

/** Sent by upload.js when one is dragged to another place; buttons do the same without it. */
function Arranged({ productId }: { readonly productId: string }) {
  const action = link(paths.adminProductOrder, { id: productId });
  return (
    <form id="arrange" method="post" action={action} hx-post={action} {...swap} hidden>
      <input type="hidden" name="order" value="" />
    </form>
  );
}

function wordsFor(count: number, silent: number): string {
  if (count === 0) return "None yet: the shop draws a parcel in its place";
  if (silent === 0) return "All have their words";
  return silent === 1 ? "One still needs its words" : `${silent} still need their words`;
}

/** The pictures, and what was done said aloud. */
export function PicturesPart(props: PicturesProps) {
  return (
    <>
      <Shelf {...props} />
      <hx-partial hx-target="#live" hx-swap="textContent">
        <span safe>{props.said ?? ""}</span>
      </hx-partial>
    </>
  );
}

function Removed({ id }: { readonly id: string }) {
  const action = link(paths.adminPicture, { id });
  return (
    <form class="notice" method="post" action={action} hx-post={action} {...swap}>
      <Icon name="info" />
      <p>The picture is taken away.</p>
      <button class="button quiet" id="put-back" name="op" value="restore" autofocus>
        Put it back
      </button>
    </form>
  );
}
