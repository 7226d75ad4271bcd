import { mailboxTrouble, noMailbox } from "#src/mail/letter.ts";
import { form, line } from "#src/web/forms.ts";

/** The letter on Fridays. */
export const SubscribeForm = form({ email: line({ maxLength: 254 }, noMailbox, { trouble: mailboxTrouble }) });
