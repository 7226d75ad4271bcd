import { passwordTrouble } from "../accounts/common-passwords.ts";
import { CliError, exitCodes, type CliContext } from "./context.ts";

/** A password from standard input, never from the command line, where others on the machine could read it. */
export async function readPassword(cli: CliContext): Promise<string> {
  if (process.stdin.isTTY) cli.say("Password (it is not shown):");
  const password = process.stdin.isTTY ? await readHidden() : ((await Bun.stdin.text()).split(/\r?\n/)[0] ?? "");
  const trouble = passwordTrouble(password);
  if (trouble === undefined) return password;
  throw new CliError(
    `${trouble}\n  mend: send another one, such as: pushcart staff add ... < password.txt`,
    exitCodes.usage,
  );
}

/** What is typed up to Enter, without showing it. Control-C ends the program, Backspace takes one back. */
async function readHidden(): Promise<string> {
  const typed: string[] = [];
  process.stdin.setRawMode(true);
  try {
    for await (const chunk of process.stdin.setEncoding("utf8")) {
      for (const each of String(chunk)) {
        if (each === "\r" || each === "\n" || each === "\u0004") return typed.join("");
        if (each === "\u0003") throw new CliError("Stopped.", exitCodes.interrupted);
        if (each === "\u007f") typed.pop();
        else typed.push(each);
      }
    }
    return typed.join("");
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
  }
}
