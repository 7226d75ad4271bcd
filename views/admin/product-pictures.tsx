import { link, paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Picture } from "#views/ui/picture.tsx";
import { AddPictures } from "./product-upload.tsx";

export type PictureCard = {
  readonly id: string;
  readonly file: string;
  readonly alt: string;
  readonly decorative: boolean;
  readonly state: string;
  readonly trouble: string;
};

export type PicturesProps = {
  readonly product: { readonly id: string; readonly title: string };
  readonly pictures: readonly PictureCard[];
  readonly mayEdit: boolean;
  /** One that was just taken away, and can be put back. */
  readonly removed?: string | undefined;
  /** Files that were not taken, each with the reason. */
  readonly refused?: readonly string[] | undefined;
  /** What was done, said to who cannot see it. */
  readonly said?: string | undefined;
};

const lacksWords = ({ alt, decorative }: PictureCard) => alt === "" && !decorative;

/** A product's pictures: added, put in order, named and taken away. What htmx puts in place after each act. */
export function PicturesPanel(props: PicturesProps) {
  const { product, pictures, mayEdit, removed, refused = [] } = props;
  const silent = pictures.filter(lacksWords).length;
  return (
    <section class="panel" id="pictures" aria-labelledby="pictures-h">
      <div class="bar">
        <h2 id="pictures-h">Pictures</h2>
        <span class="soft" id="pictures-words" safe>
          {wordsFor(pictures.length, silent)}
        </span>
      </div>
      <div class="pad stack">
        {refused.map((message) => (
          <Notice tone="bad" message={message} />
        ))}
        {removed === undefined ? null : <Removed id={removed} />}
        <ul class="media worded" id="picture-list" role="list" data-order={mayEdit ? orderAddress(product) : undefined}>
          {pictures.map((picture, at) => (
            <Card picture={picture} at={at} mayEdit={mayEdit} several={pictures.length > 1} />
          ))}
        </ul>
        {mayEdit ? <AddPictures productId={product.id} /> : null}
      </div>
    </section>
  );
}

const orderAddress = ({ id }: PicturesProps["product"]) => link(paths.adminProductOrder, { id });

function wordsFor(count: number, silent: number): string {
  if (count === 0) return "None yet: the shop draws a parcel in its place";
  if (silent === 0) return "All have their words";
  return silent === 1 ? "One still needs its words" : `${silent} still need their words`;
}

/** The panel, and what was done said aloud. */
export function PicturesPart(props: PicturesProps) {
  return (
    <>
      <PicturesPanel {...props} />
      <hx-partial hx-target="#live" hx-swap="textContent">
        <span safe>{props.said ?? ""}</span>
      </hx-partial>
    </>
  );
}

const swap = { "hx-target": "#pictures", "hx-swap": "outerMorph" } as const;

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

type CardProps = {
  readonly picture: PictureCard;
  readonly at: number;
  readonly mayEdit: boolean;
  readonly several: boolean;
};

function Card({ picture, at, mayEdit, several }: CardProps) {
  const { id, file, state, trouble } = picture;
  return (
    <li id={`picture-${id}`} data-picture={id}>
      {file === "" ? (
        <Unfetched state={state} trouble={trouble} />
      ) : (
        <Picture file={file} alt={picture.alt} width={320} height={400} />
      )}
      {mayEdit ? (
        <>
          <Moves id={id} nth={at + 1} several={several} />
          <Words picture={picture} nth={at + 1} />
        </>
      ) : (
        <p class="soft" safe>
          {picture.decorative ? "Decoration" : picture.alt}
        </p>
      )}
    </li>
  );
}

function Unfetched({ state, trouble }: Pick<PictureCard, "state" | "trouble">) {
  const words = state === "failed" ? `It could not be fetched: ${trouble}.` : "It is being fetched.";
  return (
    <p class="hint" safe>
      {words}
    </p>
  );
}

function Moves({ id, nth, several }: { readonly id: string; readonly nth: number; readonly several: boolean }) {
  const action = link(paths.adminPicture, { id });
  const acts = [
    ["earlier", "arrow-left", `Picture ${nth} earlier`],
    ["remove", "trash-2", `Take picture ${nth} away`],
    ["later", "arrow-right", `Picture ${nth} later`],
  ] as const;
  return (
    <form class="moves" method="post" action={action} hx-post={action} {...swap}>
      {acts
        .filter(([op]) => several || op === "remove")
        .map(([op, icon, label]) => (
          <button class="icon-button" id={`${op}-${id}`} name="op" value={op} aria-label={label}>
            <Icon name={icon} />
          </button>
        ))}
    </form>
  );
}

/** Its words, asked for as soon as it is there; or that it needs none. */
function Words({ picture, nth }: { readonly picture: PictureCard; readonly nth: number }) {
  const { id, alt, decorative } = picture;
  const action = link(paths.adminPicture, { id });
  const missing = lacksWords(picture);
  return (
    <form class="stack" method="post" action={action} hx-post={action} {...swap}>
      <input type="hidden" name="op" value="words" />
      <div class="field">
        <label for={`alt-${id}`}>
          What it shows<span class="visually-hidden" safe>{`, picture ${nth}`}</span>
        </label>
        {missing ? (
          <p class="hint" id={`alt-${id}-hint`}>
            For who cannot see it
          </p>
        ) : null}
        <input
          class="input"
          id={`alt-${id}`}
          name="alt"
          maxlength={300}
          value={alt}
          autocomplete="off"
          aria-describedby={missing ? `alt-${id}-hint` : undefined}
          data-submit=""
          data-asks={missing ? "" : undefined}
        />
      </div>
      <div class="row">
        <input type="checkbox" id={`decorative-${id}`} name="decorative" checked={decorative} data-submit="" />
        <label for={`decorative-${id}`}>
          Decoration, needs no words<span class="visually-hidden" safe>{`, picture ${nth}`}</span>
        </label>
      </div>
      <button class="button quiet slim no-script">Save its words</button>
    </form>
  );
}
