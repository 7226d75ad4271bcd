const drawn =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 5h26v6H3z" fill="currentColor"/><path d="M3 11h5.2c0 4.4-5.2 4.4-5.2 0zM13.4 11h5.2c0 4.4-5.2 4.4-5.2 0zM23.8 11H29c0 4.4-5.2 4.4-5.2 0z" fill="currentColor"/><path d="M8.2 11h5.2c0 4.4-5.2 4.4-5.2 0zM18.6 11h5.2c0 4.4-5.2 4.4-5.2 0z" fill="none" stroke="currentColor" stroke-width="1"/><path d="M6 14v8h20v-8M26 22h4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><circle cx="13" cy="25" r="4.4" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="13" cy="25" r="1.2" fill="currentColor"/></svg>';

/** The pushcart under its awning. */
export const Mark = (): JSX.Element => drawn;
