import { Command } from "commander";
import { expect, test } from "bun:test";
import type { CliContext } from "#src/cli/context.ts";
import { openapiCommand } from "#src/cli/openapi.ts";
import { openShop } from "#test/support/shop.ts";

test("S51: pushcart openapi prints what the shop gives out, on one line with --json", async () => {
  await using shop = await openShop({ env: { PUSHCART_FEATURES: "-coupons" } });
  async function run(json: boolean): Promise<string> {
    const out: string[] = [];
    const context = { json, out: (text: string) => void out.push(text), open: async () => shop.deps };
    const program = new Command();
    openapiCommand(program, () => context as unknown as CliContext);
    await program.parseAsync(["openapi"], { from: "user" });
    return out.join("\n");
  }
  const published: unknown = await (await shop.get("/api/openapi.json")).json();
  const [plain, short] = [await run(false), await run(true)];
  expect(JSON.parse(plain)).toEqual(published);
  expect(JSON.parse(short)).toEqual(published);
  expect(short).not.toContain("\n");
});
