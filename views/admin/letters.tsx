import { link, paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "./desk.tsx";

export type LetterRow = {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly state: string;
  readonly trouble: string;
  /** Already in words, in the shop's time zone. */
  readonly when: string;
  /** Whether the one who looks may read it. */
  readonly canOpen: boolean;
};

const tones: Readonly<Record<string, readonly [tone: string, words: string]>> = {
  waiting: ["wait", "Waiting"],
  sent: ["ok", "Sent"],
  kept: ["off", "Kept here"],
  failed: ["bad", "Not sent"],
};

function LetterStatus({ state }: { readonly state: string }) {
  const [tone, words] = tones[state] ?? ["off", state];
  return (
    <span class={`status ${tone}`} safe>
      {words}
    </span>
  );
}

type ListProps = {
  readonly desk: DeskProps;
  readonly letters: readonly LetterRow[];
  readonly sends: boolean;
  readonly older: string | undefined;
};

/** Every letter the shop wrote. Without a mail server they are kept here and can be read all the same. */
export function LetterListPage({ desk, letters, sends, older }: ListProps) {
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Letters</h1>
        <div class="push row">
          <a class="button quiet" href={paths.adminPreviews}>
            Every letter
          </a>
        </div>
      </div>
      {sends ? null : (
        <p class="notice">
          <span>
            No mail server is set up, so letters stay here. Set <code>SMTP_URL</code> and start again to send them.
          </span>
        </p>
      )}
      <section class="panel" aria-label="Letters">
        {letters.length === 0 ? (
          <div class="pad">
            <p>No letter was written yet. The first order writes one.</p>
          </div>
        ) : (
          <div class="scroll" tabindex="0" role="group" aria-label="Letters, scrolls sideways on a narrow screen">
            <table class="table slips">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">To</th>
                  <th scope="col">About</th>
                  <th scope="col">State</th>
                </tr>
              </thead>
              <tbody>
                {letters.map((letter) => (
                  <tr>
                    <td class="aside" safe>
                      {letter.when}
                    </td>
                    <td safe>{letter.to}</td>
                    <th scope="row" class="grow">
                      {letter.canOpen ? (
                        <a href={link(paths.adminLetter, { id: letter.id })} safe>
                          {letter.subject}
                        </a>
                      ) : (
                        <span safe>{letter.subject}</span>
                      )}
                    </th>
                    <td>
                      <LetterStatus state={letter.state} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <p class="row">{older ? <a href={older}>Older</a> : null}</p>
    </Desk>
  );
}

type LetterProps = {
  readonly desk: DeskProps;
  readonly letter: LetterRow & { readonly text: string; readonly canRetry: boolean };
};

/** One letter: as a page in a frame of its own without any right, and as text. */
export function LetterPage({ desk, letter }: LetterProps) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={paths.adminMail}>Letters</a>
        </p>
        <h1 safe>{letter.subject}</h1>
        <LetterStatus state={letter.state} />
        <span class="soft" safe>
          {letter.when}
        </span>
        <div class="push row">
          <a class="button quiet" href={link(paths.adminLetterBody, { id: letter.id })} target="_blank" rel="noopener">
            As it looks
          </a>
          <a class="button quiet" href={link(paths.adminLetterRaw, { id: letter.id })} target="_blank" rel="noopener">
            As it goes out
          </a>
          {letter.canRetry && desk.may("mail.send") ? (
            <form method="post" action={link(paths.adminLetterRetry, { id: letter.id })}>
              <button class="button">Send again</button>
            </form>
          ) : null}
        </div>
      </div>
      <section class="panel" aria-label="The letter">
        <div class="pad">
          <p>
            To <strong safe>{letter.to}</strong>
          </p>
          {letter.trouble === "" ? null : (
            <p class="error" safe>
              {letter.trouble}
            </p>
          )}
          <pre class="prose" tabindex="0" safe>
            {letter.text}
          </pre>
        </div>
      </section>
    </Desk>
  );
}
