import type { Deps } from "../deps.ts";
import { seal, unseal } from "../keys.ts";
import { dropFactor, findFactor, insertFactor, replaceRecovery, takeRecovery, takeStep } from "./factor-store.ts";
import { noteDenial } from "./note-denial.ts";
import { addressOf, newSeed, stepOf } from "./one-time-code.ts";
import { newRecoveryCodes, recoveryDigest } from "./recovery-code.ts";
import { audit } from "./store.ts";

/** Whose: "customer:<id>" or "staff:<id>", and where they are asking from. */
export type Holder = { readonly owner: string; readonly email: string; readonly address: string };

export const hasFactor = async ({ store }: Pick<Deps, "store">, owner: string): Promise<boolean> =>
  (await findFactor(store.read, owner)) !== undefined;

const keysOf = ({ keys }: Pick<Deps, "keys">) => [
  keys.secondFactor,
  ...(keys.before ? [keys.before.secondFactor] : []),
];

/** What somebody needs to set an app up. Nothing is kept: `sealed` travels in the form, and only we can read it. */
export type Offer = { readonly sealed: string; readonly seed: string; readonly address: string };

export async function offerFactor(deps: Deps, holder: Holder, sealedBefore?: string): Promise<Offer> {
  const before = sealedBefore === undefined ? undefined : unseal(keysOf(deps), sealedBefore, holder.owner);
  const seed = before ?? newSeed(deps.newToken());
  const { name } = await deps.shop.read();
  return {
    seed,
    sealed: seal(deps.keys.secondFactor, seed, holder.owner),
    address: addressOf(seed, name, holder.email),
  };
}

/**
 * Puts an app in force once it showed a right code. Answers the recovery codes, which nobody sees again; undefined for a
 * wrong code, or where there is an app already. @throws ShopError after five wrong ones in a quarter of an hour.
 */
export async function confirmFactor(
  deps: Deps,
  { owner, address }: Holder,
  { sealed, code }: { readonly sealed: string; readonly code: string },
): Promise<readonly string[] | undefined> {
  await deps.limits.count("secondFactor", owner);
  const seed = unseal(keysOf(deps), sealed, owner);
  const at = deps.now();
  const step = seed === undefined ? undefined : stepOf(seed, code, at);
  if (seed === undefined || step === undefined) return undefined;
  const codes = newRecoveryCodes(deps.newToken);
  const row = { owner, seed: seal(deps.keys.secondFactor, seed, owner), lastStep: step, at };
  const made = await deps.store.write(async (tx) => {
    if (!(await insertFactor(tx, row))) return false;
    await replaceRecovery(
      tx,
      owner,
      codes.map((each) => recoveryDigest(owner, each)),
    );
    await audit(tx, { id: deps.newId(), at, who: owner, act: "set up a second step", address });
    return true;
  });
  if (!made) return undefined;
  await deps.limits.forget(["secondFactor", owner]);
  return codes;
}

/**
 * Whether this is the app's code of now, one step early or late, or a recovery code; either works once.
 * @throws ShopError after five wrong ones in a quarter of an hour.
 */
export async function isSecondStep(deps: Deps, { owner, address }: Holder, typed: string): Promise<boolean> {
  await deps.limits.count("secondFactor", owner);
  const at = deps.now();
  const factor = await findFactor(deps.store.read, owner);
  const seed = factor && unseal(keysOf(deps), factor.seed, owner);
  const step = seed === undefined ? undefined : stepOf(seed, typed, at);
  const right = await deps.store.write((tx) =>
    step === undefined ? takeRecovery(tx, owner, recoveryDigest(owner, typed), at) : takeStep(tx, owner, step),
  );
  if (right) await deps.limits.forget(["secondFactor", owner]);
  else await noteDenial(deps, { who: owner, act: "give a second step", subject: "", address });
  return right;
}

/** New recovery codes in place of the old, for who gave a right code just now. */
export async function renewRecovery(deps: Deps, { owner, address }: Holder): Promise<readonly string[]> {
  const codes = newRecoveryCodes(deps.newToken);
  await deps.store.write(async (tx) => {
    await replaceRecovery(
      tx,
      owner,
      codes.map((each) => recoveryDigest(owner, each)),
    );
    await audit(tx, { id: deps.newId(), at: deps.now(), who: owner, act: "make new recovery codes", address });
  });
  return codes;
}

/** Takes the app out of force. `who` did it, where it was not its owner. Answers whether there was one. */
export async function endFactor(deps: Deps, owner: string, address: string, who = owner): Promise<boolean> {
  return deps.store.write(async (tx) => {
    if (!(await dropFactor(tx, owner))) return false;
    const subject = who === owner ? "" : owner;
    await audit(tx, { id: deps.newId(), at: deps.now(), who, act: "end the second step", subject, address });
    return true;
  });
}
