import type { Deps } from "../deps.ts";
import { nextTry } from "./letter.ts";
import { dueLetters, keepLetters, noteSent, noteTrouble, takeLetter, type DueLetter } from "./store.ts";
import { MailRefused, messageOf, smtpTransport, type Sender, type Transport } from "./transport.ts";

type Needs = Pick<Deps, "store" | "config" | "now" | "log" | "shop">;

/** What a round did. `busy`: there may be more to do at once. */
export type Round = { readonly sent: number; readonly failed: number; readonly kept: number };

const nothing: Round = { sent: 0, failed: 0, kept: 0 };

/** The postman: each call takes the letters that are due to the mail server, or keeps them where there is none. */
export function mailer(deps: Needs, transport = transportOf(deps)): () => Promise<Round> {
  return () => sendWaiting(deps, transport);
}

const transportOf = ({ config }: Needs) => (config.smtpUrl === "" ? undefined : smtpTransport(config.smtpUrl));

/** Sends what is due, at most 20 letters; each is tried for a day. Never throws for a letter's sake. */
export async function sendWaiting(deps: Needs, transport: Transport | undefined): Promise<Round> {
  const { store, now } = deps;
  const due = await dueLetters(store.read, now());
  if (due.length === 0) return nothing;
  if (!transport) {
    await store.write((tx) => keepLetters(tx, now()));
    return { ...nothing, kept: due.length };
  }
  const from = await senderOf(deps);
  let [sent, failed] = [0, 0];
  for (const letter of due) {
    if (!(await store.write((tx) => takeLetter(tx, letter, now())))) continue;
    if (await sendOne(deps, transport, letter, from)) sent += 1;
    else failed += 1;
    if (failed >= 3 && sent === 0) break; // the mail server is away: the others are as well off waiting
  }
  return { sent, failed, kept: 0 };
}

/** Whom letters come from. */
export async function senderOf({ shop, config }: Pick<Needs, "shop" | "config">): Promise<Sender> {
  const { name, email } = await shop.read();
  return { name, address: config.mailFrom || email };
}

async function sendOne({ store, now, log }: Needs, transport: Transport, letter: DueLetter, from: Sender) {
  try {
    await transport.send(letter, from);
  } catch (cause) {
    const over = cause instanceof MailRefused || nextTry(letter.tries + 1, now()) === undefined;
    log.warn({ letter: letter.id, tries: letter.tries + 1, over }, "a letter did not go");
    await store.write((tx) => noteTrouble(tx, letter.id, messageOf(cause), over));
    return false;
  }
  await store.write((tx) => noteSent(tx, letter.id, now()));
  return true;
}
