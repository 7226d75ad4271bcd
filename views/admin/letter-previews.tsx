import type { Letter } from "#src/mail/letter.ts";
import { link, paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "./desk.tsx";

type ListProps = { readonly desk: DeskProps; readonly letters: readonly Pick<Letter, "kind" | "subject">[] };

/** Every letter that the shop writes, by its subject. */
export function PreviewListPage({ desk, letters }: ListProps) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminMail}>Letters</a>
        </p>
        <h1>Every letter</h1>
        <span class="soft">With an order that nobody placed.</span>
      </div>
      <section class="panel" aria-label="Every letter">
        <table class="table slips">
          <thead>
            <tr>
              <th scope="col">About</th>
              <th scope="col">As it looks</th>
              <th scope="col">As it goes out</th>
            </tr>
          </thead>
          <tbody>
            {letters.map(({ kind, subject }) => (
              <tr>
                <th scope="row" class="grow">
                  <a href={link(paths.adminPreview, { kind })} safe>
                    {subject}
                  </a>
                </th>
                <td data-label="As it looks">
                  <a href={link(paths.adminPreviewBody, { kind })} aria-label={`${subject}, as it looks`}>
                    HTML
                  </a>
                </td>
                <td data-label="As it goes out">
                  <a href={link(paths.adminPreviewRaw, { kind })} aria-label={`${subject}, as it goes out`}>
                    Raw
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Desk>
  );
}

type PageProps = { readonly desk: DeskProps; readonly letter: Letter };

/** One letter as text, with ways to see it as it looks and as it goes out. */
export function PreviewPage({ desk, letter: { kind, subject, text } }: PageProps) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminPreviews}>Every letter</a>
        </p>
        <h1 safe>{subject}</h1>
        <div class="push row">
          <a class="button quiet" href={link(paths.adminPreviewBody, { kind })} target="_blank" rel="noopener">
            As it looks
          </a>
          <a class="button quiet" href={link(paths.adminPreviewRaw, { kind })} target="_blank" rel="noopener">
            As it goes out
          </a>
        </div>
      </div>
      <section class="panel" aria-label="The letter as text">
        <div class="pad">
          <pre class="prose" tabindex="0" safe>
            {text}
          </pre>
        </div>
      </section>
    </Desk>
  );
}
