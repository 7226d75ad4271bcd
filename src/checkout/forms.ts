import { form, optional, text } from "#src/web/forms.ts";
import { draftFields } from "./draft.ts";

const field = () => optional(text({ maxLength: 1000 }, "Shorten this."));
const fields = Object.fromEntries(draftFields.map((name) => [name, field()] as const)) as Record<
  (typeof draftFields)[number],
  ReturnType<typeof field>
>;

/** All that a step of the checkout may send. What is wrong is said by contact-troubles.ts, too long or not. */
export const DraftForm = form({
  ...fields,
  ...{ op: field(), same: field(), bill: field(), keeping: field(), book: field(), billBook: field() },
});
