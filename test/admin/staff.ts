import { setupLink } from "#src/accounts/setup-link.ts";
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
