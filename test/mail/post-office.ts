import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Delivered = { readonly from: string; readonly to: readonly string[]; readonly message: string };

/** How the post office answers a letter: takes it, refuses the recipient for good, or is overloaded. */
export type Mood = "takes" | "no such mailbox" | "try later";

/** A real SMTP server on a port of its own, with moods; everything it took is in `letters`. */
export async function openPostOffice() {
  const letters: Delivered[] = [];
  let mood: Mood = "takes";
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo(_address, _session, answer) {
      if (mood === "no such mailbox") return answer(refusal(550, "No such mailbox here"));
      if (mood === "try later") return answer(refusal(451, "Try later"));
      answer();
    },
    onData(stream, session, answer) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const message = Buffer.concat(pieces).toString();
        letters.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map((each) => each.address),
          message,
        });
        answer();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    setMood(next: Mood) {
      mood = next;
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** The header lines of a message: those that are continued are joined again. */
export function headersOf(message: string): readonly string[] {
  const [head = ""] = message.split("\r\n\r\n");
  return head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
}
