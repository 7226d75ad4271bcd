import type { Deps } from "../deps.ts";
import { noteDenial } from "./note-denial.ts";
import type { Audience } from "./session-token.ts";
import { startSession } from "./start-session.ts";
import { audit, endSession, loadSpan } from "./store.ts";
import { countTry, forgetTries, isPassword } from "./tries.ts";

type Who = { readonly id: string; readonly email: string; readonly passwordHash: string };
type From = { readonly sessionId: string; readonly address: string; readonly agent: string };

const doors = { shop: "shop", admin: "desk" } as const;
const act = "give the password again";

/**
 * Takes the password of somebody who is signed in, once more. The session goes on under a new identifier, whose token is
 * answered; it ends when it would have ended. Undefined for a wrong password. @throws ShopError when tried too often.
 */
export async function proveAgain(
  deps: Deps,
  audience: Audience,
  { id, email, passwordHash }: Who,
  password: string,
  { sessionId, address, agent }: From,
): Promise<string | undefined> {
  const who = `${audience === "shop" ? "customer" : "staff"}:${id}`;
  await countTry(deps, doors[audience], email, address);
  if (!(await isPassword(deps, password, passwordHash))) {
    await noteDenial(deps, { who, act, subject: "", address });
    return undefined;
  }
  await forgetTries(deps, doors[audience], email);
  const session = await startSession(deps, audience, id, agent, await loadSpan(deps.store.read, sessionId));
  await deps.store.write(async (tx) => {
    await endSession(tx, sessionId);
    await session.save(tx);
    await audit(tx, { id: deps.newId(), at: deps.now(), who, act, address });
  });
  return session.token;
}
