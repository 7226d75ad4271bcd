type Props = {
  readonly value: string;
  /** Where explanations are; with the amount's name put behind it. */
  readonly at: string;
  readonly of?: string | undefined;
};

export const whyAddress = (at: string, of: string | undefined): string =>
  of === undefined ? at : `${at}?${new URLSearchParams({ of })}`;

/** An amount that opens its explanation: in place where the page has a dialog for it, else on a page of its own. */
export function WhyLink({ value, at, of }: Props) {
  const href = whyAddress(at, of);
  return (
    <a class="why-amount" href={href} aria-label={`${value}: why?`} data-why="" safe>
      {value}
    </a>
  );
}

/** What explanations are shown in, once on a page that has `why.js`. */
export function WhyDialog() {
  return (
    <dialog class="why-dialog" id="why" aria-labelledby="why-h">
      <div id="why-body"></div>
    </dialog>
  );
}
