// The browser runs this file too (public/generated): it knows nothing but what was typed.

export const unclear = "Type a town or a postcode, such as the one on your letters.";

/** What nobody could be looking for: nothing but signs. */
export const placeTrouble = (typed: string) => (/[\p{L}\p{N}]/u.test(typed) ? undefined : unclear);
