import { describe, expect, setDefaultTimeout, test } from "bun:test";

/** Each test starts the program anew. */
setDefaultTimeout(60_000);

/** Runs the command as a shell does: carts on standard input, answers on standard output, talk beside them. */
async function quote(stdin: string, ...words: readonly string[]) {
  const ran = Bun.spawn([process.execPath, "src/main.ts", "quote", "--json", ...words], {
    cwd: `${import.meta.dir}/../..`,
    stdin: new Blob([stdin]),
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err] = await Promise.all([new Response(ran.stdout).text(), new Response(ran.stderr).text()]);
  return { code: await ran.exited, lines: out.split("\n").slice(0, -1), err };
}

const cart = { pricesIncludeTax: true, lines: [{ unit: 999, qty: 2, tax: [{ rate: "20" }] }] };

describe("pushcart quote", () => {
  test("prints one line of JSON for each cart, also after a byte order mark", async () => {
    const ran = await quote(`\uFEFF${JSON.stringify([cart, { ...cart, taxRounding: "document" }])}`);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.lines.map((line) => JSON.parse(line).tax)).toEqual([333, 333]);
  });

  test("answers the other carts where one has no price, says which and what, and ends with 1", async () => {
    const ran = await quote(JSON.stringify([cart, { lines: [{ unit: 999 }] }, cart]));
    const trouble = "carts[1]: lines[0].qty must be a whole number from 1 to 1000000, but is missing";
    expect([ran.code, ran.err]).toEqual([1, `${trouble}\n`]);
    expect(ran.lines.map((line) => JSON.parse(line).total)).toEqual([1998, undefined, 1998]);
    expect(JSON.parse(ran.lines[1] ?? "")).toEqual({ error: trouble, cart: 1, field: "lines[0].qty" });
  });

  test.each(["", "{}", "[NaN]"])("ends with 2 and a sentence where %j is no list", async (text) => {
    const ran = await quote(text);
    expect([ran.code, ran.lines]).toEqual([2, []]);
    expect(ran.err).toStartWith("The carts cannot be read: ");
    expect(ran.err.trimEnd().split("\n")).toHaveLength(2);
  });

  test("rounds as --rounding says where a cart does not, and ends with 2 at another word", async () => {
    const [first, second] = [1542, 450].map((unit) => ({ unit, qty: 1, tax: [{ rate: "21" }] }));
    const carts = JSON.stringify([{ lines: [first, second] }, { lines: [first, second], taxRounding: "line" }]);
    const ran = await quote(carts, "--rounding", "document");
    expect(ran.lines.map((line) => JSON.parse(line).total)).toEqual([2410, 2411]);
    const other = await quote(carts, "--rounding", "order");
    expect([other.code, other.err]).toEqual([2, '"order" is no rounding.\n  mend: --rounding line or document\n']);
  });

  test("an empty list has no answers and no trouble", async () => {
    expect(await quote("[]")).toEqual({ code: 0, lines: [], err: "" });
  });

  test("ten thousand carts come through", async () => {
    const ran = await quote(JSON.stringify(Array.from({ length: 10_000 }, () => cart)));
    expect([ran.code, ran.lines.length]).toEqual([0, 10_000]);
  });
});
