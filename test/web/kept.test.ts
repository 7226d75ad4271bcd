import { describe, expect, test } from "bun:test";
import { keptPages, type KeptBody } from "#src/web/kept.ts";
import { cut } from "#src/web/personal.ts";

const body = (text = "page"): KeptBody => ({ slotted: cut(text), digest: "d", status: 200, headers: {} });
function versions() {
  const seqs = new Map<string, number>();
  return {
    stamp: (keys: readonly string[]) => keys.map((key) => seqs.get(key) ?? 0).join("."),
    bump: (key: string) => void seqs.set(key, (seqs.get(key) ?? 0) + 1),
  };
}

describe("keptPages", () => {
  test("answers what was kept until a version of its keys moves", async () => {
    const store = versions();
    const kept = keptPages(store);
    kept.keep("/a", ["a"], store.stamp(["a"]), Infinity, body());
    expect(await kept.find("/a", 0)).toBeDefined();
    store.bump("b");
    expect(await kept.find("/a", 0)).toBeDefined();
    store.bump("a");
    expect(await kept.find("/a", 0)).toBeUndefined();
  });

  test("a change while the page was drawn makes it old at once", async () => {
    const store = versions();
    const kept = keptPages(store);
    const before = store.stamp(["a"]);
    store.bump("a");
    kept.keep("/a", ["a"], before, Infinity, body());
    expect(await kept.find("/a", 0)).toBeUndefined();
  });

  test("ends when time alone changes the page", async () => {
    const kept = keptPages(versions());
    kept.keep("/a", ["a"], "0", 1000, body());
    expect(await kept.find("/a", 999)).toBeDefined();
    expect(await kept.find("/a", 1000)).toBeUndefined();
  });

  test("drops what was used least lately when it is full", async () => {
    const kept = keptPages(versions(), 3000);
    for (const address of ["/a", "/b", "/c"]) kept.keep(address, ["a"], "0", Infinity, body("x".repeat(600)));
    expect(await kept.find("/a", 0)).toBeUndefined();
    expect(await kept.find("/c", 0)).toBeDefined();
  });

  test("keeps an address with a query from the second time on", async () => {
    const kept = keptPages(versions());
    kept.keep("/a?x=1", ["a"], "0", Infinity, body());
    expect(await kept.find("/a?x=1", 0)).toBeUndefined();
    kept.keep("/a?x=1", ["a"], "0", Infinity, body());
    expect(await kept.find("/a?x=1", 0)).toBeDefined();
  });
});
