import { headerLine, isMailbox } from "./letter.ts";
import type { DueLetter } from "./store.ts";

export type Sender = { readonly name: string; readonly address: string };

export type Transport = {
  /** @throws MailRefused when it makes no sense to try again; anything else may pass. */
  send(letter: DueLetter, from: Sender): Promise<void>;
  close(): void;
};

/** The letter itself is the trouble: no such mailbox, or one that no mail server would take. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** Answers about this recipient or this letter; others, such as a refused sign-in, are about the set-up. */
const refusals = new Set([550, 551, 552, 553, 554]);

/**
 * Sends over SMTP. Addresses travel as objects and in an envelope of their own, so nothing that somebody typed is ever
 * read as a list of addresses or as a header.
 */
export function smtpTransport(url: string): Transport {
  const { hostname } = new URL(url);
  const options = { url, pool: true as const, maxConnections: 2, disableFileAccess: true, ...patience };
  /** Read in when the first letter goes: a shop without SMTP never needs it, and every start would wait for it. */
  const opened = () => import("nodemailer").then(({ createTransport }) => createTransport(options));
  let smtp: ReturnType<typeof opened> | undefined;
  return {
    async send(letter, from) {
      if (!isMailbox(letter.to)) throw new MailRefused("This is not the address of one mailbox.");
      if (!isMailbox(from.address)) throw new Error("The shop has no address to send from: set PUSHCART_MAIL_FROM.");
      try {
        smtp ??= opened();
        await (await smtp).sendMail(messageFor(letter, from, hostname));
      } catch (cause) {
        throw isRefusal(cause) ? new MailRefused(messageOf(cause), { cause }) : cause;
      }
    },
    close: () => void smtp?.then((open) => open.close()),
  };
}

function messageFor(letter: DueLetter, from: Sender, hostname: string) {
  return {
    from: { name: headerLine(from.name), address: from.address },
    to: { name: "", address: letter.to },
    envelope: { from: from.address, to: [letter.to] },
    subject: headerLine(letter.subject),
    html: letter.html,
    text: letter.text,
    messageId: `<${letter.id}@${from.address.split("@")[1] ?? hostname}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(letter.leave ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    },
    ...(letter.leave ? { list: { unsubscribe: letter.leave } } : {}),
  };
}

/** Asks the mail server whether it would take letters from us. @throws what it says where it would not. */
export async function tryTransport(url: string, patience: number): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const times = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const asked = createTransport({ url, ...times });
  try {
    await asked.verify();
  } finally {
    asked.close();
  }
}

/** The letter word for word as it would go out: headers, text and HTML. Nothing is sent. */
export async function rawLetter(letter: DueLetter, from: Sender): Promise<string> {
  const { createTransport } = await import("nodemailer");
  const printer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message } = await printer.sendMail(messageFor(letter, from, "localhost"));
  return message.toString();
}

function isRefusal(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { responseCode, command } = cause as { responseCode?: number; command?: string };
  return responseCode !== undefined && refusals.has(responseCode) && /^(RCPT TO|DATA)/.test(command ?? "");
}

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
