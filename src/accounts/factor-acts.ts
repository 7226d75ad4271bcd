import type { Deps } from "../deps.ts";
import { changedLetter } from "../mail/account-letters.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { paths } from "../paths.ts";
import { sentences } from "./account.ts";
import { countRecovery } from "./factor-store.ts";
import { qrSquare, type QrSquare } from "./qr-square.ts";
import {
  confirmFactor,
  endFactor,
  hasFactor,
  isSecondStep,
  offerFactor,
  renewRecovery,
  type Holder,
} from "./second-factor.ts";
import { endOtherSessions } from "./sessions-store.ts";
import type { Audience } from "./session-token.ts";

/** How the page of the second step stands. */
export type FactorView =
  | {
      readonly kind: "offer";
      readonly sealed: string;
      readonly seed: string;
      readonly address: string;
      readonly square: QrSquare;
      readonly error?: string;
    }
  | { readonly kind: "on"; readonly left: number; readonly error?: string }
  /** Shown once. */
  | { readonly kind: "codes"; readonly codes: readonly string[] };

/** Somebody who is signed in, on the page of their second step. */
export type AtFactor = Holder & {
  readonly audience: Audience;
  readonly accountId: string;
  readonly sessionId: string;
};

export async function viewFactor(deps: Deps, holder: AtFactor, sealed?: string, error?: string): Promise<FactorView> {
  const told = error === undefined ? {} : { error };
  if (await hasFactor(deps, holder.owner))
    return { kind: "on", left: await countRecovery(deps.store.read, holder.owner), ...told };
  const offer = await offerFactor(deps, holder, sealed);
  return { kind: "offer", ...offer, square: qrSquare(offer.address), ...told };
}

type Wanted = { readonly act: "confirm" | "renew" | "end"; readonly code: string; readonly sealed?: string };

/** Sets up, renews or ends: each needs a right code, and whoever else is signed in is signed out when it is set up or ended. */
export async function actOnFactor(deps: Deps, holder: AtFactor, { act, code, sealed }: Wanted): Promise<FactorView> {
  if (act === "confirm" && sealed !== undefined && !(await hasFactor(deps, holder.owner))) {
    const codes = await confirmFactor(deps, holder, { sealed, code });
    if (!codes) return viewFactor(deps, holder, sealed, sentences.wrongCode);
    await tell(deps, holder, "Signing in to your account takes a code now");
    return { kind: "codes", codes };
  }
  if (!(await hasFactor(deps, holder.owner))) return viewFactor(deps, holder);
  if (act === "confirm") return viewFactor(deps, holder);
  if (!(await isSecondStep(deps, holder, code))) return viewFactor(deps, holder, undefined, sentences.wrongCode);
  if (act === "renew") return { kind: "codes", codes: await renewRecovery(deps, holder) };
  await endFactor(deps, holder.owner, holder.address);
  await tell(deps, holder, "Signing in to your account takes no code any more");
  return viewFactor(deps, holder);
}

async function tell(deps: Deps, { audience, accountId, sessionId, email }: AtFactor, what: string): Promise<void> {
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const back = audience === "shop" ? paths.forgot : paths.adminLogin;
  const letter = changedLetter({ to: email, shop }, what, deps.config.url + back);
  await deps.store.write(async (tx) => {
    await endOtherSessions(tx, { audience, accountId }, sessionId);
    await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at: deps.now() });
  });
}
