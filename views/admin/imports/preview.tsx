import { deskAsset } from "../desk.tsx";

/** How long a worker may be silent, in milliseconds, before another takes its place. */
const watchdog = 15_000;

const figures = [
  ["rows", "Rows"],
  ["products", "Products"],
  ["troubled", "To look at"],
  ["ragged", "With too many cells"],
] as const;

function Figures() {
  return (
    <dl class="figures" data-part="figures">
      {figures.map(([name, words]) => (
        <div>
          <dt>{words}</dt>
          <dd data-figure={name}></dd>
        </div>
      ))}
    </dl>
  );
}

/** What the browser sees of a file before it is sent. Shown by scripts alone: without them the shop checks it just the same. */
export function ImportPreview({ assets, currency }: { readonly assets: string; readonly currency: string }) {
  return (
    <section
      class="panel"
      id="import-preview"
      aria-labelledby="preview-h"
      hidden
      data-pool={deskAsset("import-pool.js", assets)}
      data-worker={deskAsset("import-worker.js", assets)}
      data-watchdog={String(watchdog)}
      data-currency={currency}
    >
      <div class="bar">
        <h2 id="preview-h">What your browser sees</h2>
        <span class="soft">The shop looks again when it is sent, and decides.</span>
      </div>
      <div class="pad">
        <p role="status" data-part="words"></p>
        <div data-part="looking" hidden>
          <p>
            <progress aria-label="Looking at the file" data-part="progress" value="0" max="1"></progress>
          </p>
          <p>
            <button class="button quiet" type="button" data-part="cancel">
              Stop looking
            </button>
          </p>
        </div>
      </div>
      <Figures />
      <div
        class="scroll"
        data-part="troubles"
        tabindex="0"
        role="group"
        aria-label="What your browser sees, scrolls sideways on a narrow screen"
      >
        <table class="table slips worded">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody data-part="rows"></tbody>
        </table>
        <template data-part="row">
          <tr>
            <th scope="row"></th>
            <td data-label="Column"></td>
            <td data-label="What is wrong"></td>
          </tr>
        </template>
      </div>
      <div class="pad">
        <p class="soft" data-part="profile" hidden></p>
      </div>
    </section>
  );
}

/** Beside what the shop says: what the browser saw before the file was sent, where it is still known. */
export function PreviewBefore({ bytes }: { readonly bytes: number }) {
  return (
    <section class="panel" id="import-preview" aria-labelledby="preview-h" hidden data-bytes={String(bytes)}>
      <div class="bar">
        <h2 id="preview-h">What your browser saw</h2>
      </div>
      <Figures />
      <div class="pad">
        <p data-part="words"></p>
        <p class="soft">It knows nothing of what is in the shop already. What the shop says counts.</p>
      </div>
    </section>
  );
}
