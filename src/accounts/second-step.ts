import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { hasFactor, isSecondStep } from "./second-factor.ts";
import { findOpenToken, makeToken, takeToken } from "./token-store.ts";

const purpose = "second-step";
const tenMinutes = 600_000;

/**
 * For who gave a right password: a ticket to the second step, good for ten minutes, where the account has one. It opens
 * nothing by itself. Undefined where the password is enough.
 */
export async function secondStepOf(deps: Deps, owner: string): Promise<string | undefined> {
  if (!(await hasFactor(deps, owner))) return undefined;
  const token = deps.newToken();
  const expiresAt = new Date(deps.now().getTime() + tenMinutes);
  await deps.store.write((tx) => makeToken(tx, { id: digestOf(token), purpose, subject: owner, expiresAt }));
  return token;
}

export type Passed =
  | { readonly ok: true; readonly owner: string }
  /** `over`: the ticket is no longer good, so the password is asked for again. */
  | { readonly ok: false; readonly over: boolean };

/** Takes the code that belongs to a ticket, and the ticket with it. @throws ShopError after five wrong codes. */
export async function passSecondStep(
  deps: Deps,
  { ticket, code, address }: { readonly ticket: string; readonly code: string; readonly address: string },
): Promise<Passed> {
  const asked = { id: digestOf(ticket), purpose, now: deps.now() } as const;
  const found = await findOpenToken(deps.store.read, asked);
  if (!found) return { ok: false, over: true };
  const owner = found.subject;
  if (!(await isSecondStep(deps, { owner, email: "", address }, code))) return { ok: false, over: false };
  const taken = await deps.store.write((tx) => takeToken(tx, asked));
  return taken ? { ok: true, owner } : { ok: false, over: true };
}
