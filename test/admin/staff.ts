import type { Role } from "#src/accounts/permissions.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { insertStaff } from "#src/accounts/staff-store.ts";
import { startSession } from "#src/accounts/start-session.ts";
import { cookieName } from "#src/web/cookies.ts";
import type { TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

/** The owner of the shop, signed in at the desk by the one-time link. */
export async function owner(shop: TestShop): Promise<TestVisitor> {
  const path = await setupLink(shop.deps);
  const visitor = shop.visitor();
  const made = await visitor.post(path ?? "", {
    displayName: "Ines",
    email: "ines@example.com",
    password: "a stall of my own",
  });
  if (made.status !== 303) throw new Error(`the owner could not be made: ${made.status}`);
  return visitor;
}

/** Somebody of this role, signed in at the desk. */
export async function member(shop: TestShop, role: Role): Promise<TestVisitor> {
  const { deps } = shop;
  const id = deps.newId();
  const email = `${role}-${id}@example.com`;
  const session = await startSession(deps, "admin", id, "test");
  await deps.store.write(async (tx) => {
    await insertStaff(tx, {
      ...{ id, email, emailKey: email, displayName: `A ${role}`, role, passwordHash: "none" },
      createdAt: deps.now(),
    });
    await session.save(tx);
  });
  const visitor = shop.visitor();
  visitor.cookies.set(cookieName(deps.config, "admin"), session.token);
  return visitor;
}
