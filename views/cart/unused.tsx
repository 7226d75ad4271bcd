type Props = { readonly id: string; readonly unused: readonly string[] };

/** What takes nothing off just now, and why: mostly what is missing for it. */
export function Unused({ id, unused }: Props) {
  if (unused.length === 0) return null;
  return (
    <div class="small" id={id}>
      <p id={`${id}-h`}>Not used just now</p>
      <ul class="soft" role="list" aria-labelledby={`${id}-h`}>
        {unused.map((sentence) => (
          <li safe>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
