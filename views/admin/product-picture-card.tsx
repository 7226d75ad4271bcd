import { link, paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Picture } from "#views/ui/picture.tsx";

export type PictureCard = {
  readonly id: string;
  readonly file: string;
  readonly alt: string;
  readonly decorative: boolean;
  readonly state: string;
  readonly trouble: string;
};

/** All that is done to a picture answers with all of them. */
export const swap = { "hx-target": "#picture-shelf", "hx-swap": "outerMorph" } as const;

export const lacksWords = ({ alt, decorative }: PictureCard) => alt === "" && !decorative;

type CardProps = {
  readonly picture: PictureCard;
  readonly at: number;
  readonly mayEdit: boolean;
  readonly several: boolean;
  readonly focused: boolean;
};

/** One picture, what can be done with it, and its words. */
export function Card({ picture, at, mayEdit, several, focused }: CardProps) {
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
          <Moves id={id} nth={at + 1} several={several} focused={focused} />
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

type MovesProps = Pick<CardProps, "several" | "focused"> & { readonly id: string; readonly nth: number };

function Moves({ id, nth, several, focused }: MovesProps) {
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
          <button
            class="icon-button"
            id={`${op}-${id}`}
            name="op"
            value={op}
            aria-label={label}
            autofocus={focused && op === "remove"}
          >
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
