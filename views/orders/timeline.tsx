export type ShownStep = {
  readonly title: string;
  readonly words: string;
  readonly iso: string | undefined;
  readonly state: "done" | "now" | "next";
};

/** What happened, what happens now, what comes: words and moments. */
export function Timeline({ steps }: { readonly steps: readonly ShownStep[] }) {
  return (
    <ol class="timeline" role="list">
      {steps.map(({ title, words, iso, state }) => (
        <li class={state === "next" ? undefined : state} aria-current={state === "now" ? "step" : undefined}>
          <strong safe>{title}</strong>
          {words === "" ? null : iso === undefined ? (
            <p safe>{words}</p>
          ) : (
            <time datetime={iso} safe>
              {words}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
