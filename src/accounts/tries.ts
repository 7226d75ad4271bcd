import type { Deps } from "../deps.ts";
import { emailKeyOf, mostPasswordBytes } from "./account.ts";

/** Whose tries are counted together: customers and staff apart, since one address may be both. */
const countedAs = (door: "shop" | "desk", email: string) => `${door} ${emailKeyOf(email).slice(0, 254)}`;

/** Counts a try against the account and against where it comes from, before anything is hashed. @throws ShopError */
export async function countTry({ limits }: Deps, door: "shop" | "desk", email: string, address: string): Promise<void> {
  const who = countedAs(door, email);
  await limits.countEach([
    ["signInAddress", address],
    ["signInAccount", who],
    ["signInAccountHour", who],
  ]);
}

/** Who got in did not guess: the next slip is their first again. */
export async function forgetTries({ limits }: Deps, door: "shop" | "desk", email: string): Promise<void> {
  const who = countedAs(door, email);
  await limits.forget(["signInAccount", who], ["signInAccountHour", who]);
}

/** Whether this is the password of that hash. As slow for no hash at all, and for a password longer than anybody's may be. */
export async function isPassword({ passwords }: Deps, typed: string, hash: string | undefined): Promise<boolean> {
  if (Buffer.byteLength(typed) <= mostPasswordBytes) return passwords.verify(typed, hash);
  return passwords.verify("too long to be anybody's", undefined);
}
