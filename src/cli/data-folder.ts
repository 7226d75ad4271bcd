import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliError, exitCodes } from "./context.ts";

/**
 * Makes the folder that holds database, pictures, backups and secret; only its owner may look in. One that was there may
 * be open to others, so whatever the program makes from here on is for its owner alone.
 */
export function makeDataFolder(folder: string): void {
  process.umask(0o077);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CliError(
      `The data folder ${folder} cannot be written to (${codeOf(cause)}).\n  mend: give it to the user who runs Pushcart, or set PUSHCART_DATA to another folder`,
      exitCodes.config,
    );
  }
}

/** The secret of now and the one before, from which everything is still read. */
export type Secrets = { readonly secret: string; readonly secretBefore: string };

/**
 * The shop's secret: what was given, or what is kept in the data folder, made there at the first start with mode 0600.
 * A second line of that file is the secret before.
 */
export function readSecrets(folder: string, given: Secrets, newToken: () => string): Secrets {
  if (given.secret !== "") return given;
  const path = join(folder, "secret");
  if (!existsSync(path)) {
    try {
      writeFileSync(path, `${newToken()}\n`, { mode: 0o600, flag: "wx" });
    } catch (cause) {
      if (codeOf(cause) !== "EEXIST") throw cause; // another start was quicker: read what it made
    }
  }
  chmodSync(path, 0o600);
  const [secret = "", secretBefore = ""] = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim());
  if (Buffer.byteLength(secret) >= 32) return { secret, secretBefore };
  throw new CliError(
    `The file ${path} holds no secret of 32 bytes or more.\n  mend: delete it and start again; everybody is then signed out`,
    exitCodes.config,
  );
}

const codeOf = (cause: unknown) => (cause instanceof Error && "code" in cause ? String(cause.code) : String(cause));
