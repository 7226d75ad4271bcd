import { paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "./desk.tsx";

export type FinderEditProps = {
  readonly words: string;
  readonly mayEdit: boolean;
  readonly trouble?: string | undefined;
  readonly saved?: boolean | undefined;
};

/** The questions of the gift finder, as one text that can be copied and kept. */
export function FinderEditPage({ desk, ...props }: FinderEditProps & { readonly desk: DeskProps }) {
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Gift finder</h1>
        <div class="push row">
          <a class="button quiet" href={paths.finder}>
            See it in the shop
          </a>
        </div>
      </div>
      <FinderEditPart {...props} />
    </Desk>
  );
}

const example = `Find a gift
Answer what you can and skip the rest.

## Who is it for?
- Someone who cooks: cutting-board, pepper-mill
- A child: toy-cart`;

export function FinderEditPart({ words, mayEdit, trouble, saved }: FinderEditProps) {
  return (
    <section class="panel" id="finder-edit" aria-label="Questions">
      <form
        class="pad stack"
        method="post"
        action={mayEdit ? paths.adminFinder : undefined}
        hx-post={mayEdit ? paths.adminFinder : undefined}
        hx-target="#finder-edit"
        hx-swap="outerMorph"
      >
        <div class="field">
          <label for="words">Questions and answers</label>
          <p class="hint" id="words-hint">
            A title first, and a line below it. A question begins with ##, an answer with -, and behind its colon stand
            the products it speaks for, as in their addresses. Leave it empty to have no finder.
          </p>
          {trouble === undefined ? null : (
            <p class="error" id="words-error" role="alert">
              <span class="visually-hidden">Error: </span>
              <span safe>{trouble}</span>
            </p>
          )}
          <textarea
            class="input"
            id="words"
            name="words"
            rows="24"
            maxlength={20_000}
            spellcheck="true"
            readonly={!mayEdit}
            placeholder={example}
            aria-describedby={trouble === undefined ? "words-hint" : "words-hint words-error"}
            aria-invalid={trouble === undefined ? undefined : "true"}
            safe
          >
            {words}
          </textarea>
        </div>
        {mayEdit ? (
          <p class="row">
            <button class="button" id="finder-save">
              Save
            </button>
            <span class="soft" role="status">
              {saved ? "Saved. The shop asks this from now on." : ""}
            </span>
          </p>
        ) : null}
      </form>
    </section>
  );
}
