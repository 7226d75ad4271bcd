import type { Reader, Tx } from "#db/open.ts";
import { paths } from "../paths.ts";
import { claimOrders, findCustomerById, noteVerified } from "./customer-store.ts";
import { findStaff, findStaffById, setStaffHash } from "./staff-store.ts";
import { findCustomer, setCustomerHash } from "./store.ts";

export type DoorName = "shop" | "desk";
type Found = { readonly id: string; readonly email: string; readonly displayName: string };

/** What differs between a customer who forgot the password and a member of staff who did. */
export type ResetDoor = {
  readonly audience: "shop" | "admin";
  /** Before the id, in what a link is about. */
  readonly prefix: "customer:" | "staff:";
  /** The page that the letter leads to, and the one where a letter is asked for. */
  readonly choose: "/reset/:token" | "/admin/reset/:token";
  readonly forgot: string;
  find(db: Reader, emailKey: string): Promise<Found | undefined>;
  findById(db: Reader, id: string): Promise<Found | undefined>;
  /** Sets the new hash, and whatever else follows from somebody reading the letters of the address. */
  save(tx: Tx, account: Found, emailKey: string, passwordHash: string, at: Date): Promise<void>;
};

const active = <T extends { readonly state: string }>(found: T | undefined) =>
  found?.state === "active" ? found : undefined;

export const resetDoors: Readonly<Record<DoorName, ResetDoor>> = {
  shop: {
    audience: "shop",
    prefix: "customer:",
    choose: paths.reset,
    forgot: paths.forgot,
    find: findCustomer,
    findById: findCustomerById,
    async save(tx, { id }, emailKey, passwordHash, at) {
      await setCustomerHash(tx, id, passwordHash);
      await noteVerified(tx, id, at); // whoever reads the letters of an address may say that it is theirs
      await claimOrders(tx, id, emailKey);
    },
  },
  desk: {
    audience: "admin",
    prefix: "staff:",
    choose: paths.adminReset,
    forgot: paths.adminForgot,
    find: async (db, emailKey) => active(await findStaff(db, emailKey)),
    findById: async (db, id) => active(await findStaffById(db, id)),
    save: (tx, { id }, _emailKey, passwordHash) => setStaffHash(tx, id, passwordHash),
  },
};
