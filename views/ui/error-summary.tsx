type Props = {
  readonly errors: Readonly<Record<string, string>>;
  /** Ids of the controls, where they are not the names of the fields. */
  readonly ids?: Readonly<Record<string, string>> | undefined;
};

/** First in the page after a refused form; takes the focus, with a page load and after a swap alike. */
export function ErrorSummary({ errors, ids = {} }: Props) {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">There is a problem</h2>
      <ul role="list">
        {all.map(([name, message]) => (
          <li>
            <a href={`#${ids[name] ?? name}`} safe>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
