import { expect, setDefaultTimeout, test } from "bun:test";
import { openapiCommand } from "#src/cli/openapi.ts";
import { setupTerminal } from "./setup-terminal.ts";

setDefaultTimeout(60_000);

test("pushcart openapi prints what the shop gives out, on one line with --json", async () => {
  await using shop = await setupTerminal({ openapi: openapiCommand });
  const { out } = await shop.run("openapi");
  const document = JSON.parse(out.join("\n")) as { openapi: string; paths: Readonly<Record<string, object>> };
  expect(document.openapi).toBe("3.1.1");
  expect(Object.keys(document.paths)).toContain("/api/v1/products/{handle}");
  const short = (await shop.run("openapi", "--json")).out;
  expect(short).toHaveLength(1);
  expect(JSON.parse(short[0] ?? "")).toEqual(document);
});
