import { expect, test } from "bun:test";
import { DrizzleQueryError } from "drizzle-orm";
import { loggedError } from "#src/log.ts";

test("a query that failed is written down without the values it ran with", () => {
  const failed = new DrizzleQueryError("insert into customers", ["odile@example.com", "$argon2id$"], new Error("disk"));
  for (const error of [failed, new Error("a step failed", { cause: failed })]) {
    const line = JSON.stringify(loggedError(error));
    expect(line).not.toMatch(/odile|argon2id/);
    expect(line).toContain("insert into customers");
    expect(line).toContain("disk");
  }
});
