import type { Reader } from "#db/open.ts";
import { codeKey } from "../promotions/code.ts";
import { findPromotion } from "../promotions/setup-store.ts";
import { CliError } from "./context.ts";

/** The promotion with this id, code or name. @throws CliError where there is none, or several of that name. */
export async function findCampaign(db: Reader, which: string) {
  const found = await findPromotion(db, which, codeKey(which));
  if (found) return found;
  throw new CliError(
    `There is no promotion with the code or id "${which}", nor just one of that name.\n  mend: pushcart promotion list`,
  );
}
