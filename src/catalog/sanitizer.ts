import type sanitize from "sanitize-html";

let known: typeof sanitize | undefined;

/** Read in when the first text comes: it is only needed where somebody writes one, and every start would wait for it. */
export const sanitizer = (): typeof sanitize => (known ??= require("sanitize-html") as typeof sanitize);
