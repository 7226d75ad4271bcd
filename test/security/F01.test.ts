import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { filesBody } from "#test/support/files-body.ts";
import { bomb, hostileFiles, jpeg, passes, png, polyglots } from "#test/support/picture-files.ts";
import { expectCalm, openHouse } from "./doors.ts";

setDefaultTimeout(90_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.shop.close());

async function send(handle: string, ...files: (readonly [string, Uint8Array])[]): Promise<Response> {
  const { body, headers } = await filesBody(files);
  return house.desk.send(`/admin/products/${handle}/pictures`, { method: "POST", body, headers });
}
/** The addresses of a product's pictures, as its page has them. */
async function pictures(handle: string): Promise<string[]> {
  const html = await (await house.shop.visitor().get(`/products/${handle}`)).text();
  return [...new Set(html.match(/\/pictures\/u-[0-9a-f]+(?:-\d+)?\.webp/g) ?? [])];
}

describe("uploads", () => {
  test("F01: what is no picture is refused, whatever it is called, and nothing of it can be fetched", async () => {
    for (const { name, bytes } of await hostileFiles()) {
      const answer = await send("jug", [name, bytes]);
      expect(answer.status, name).toBe(422);
      await expectCalm(answer, "", name);
    }
    expect(await pictures("jug")).toEqual([]);
    for (const name of ["notes.jpg", "drawing.svg", "shell.php", "page.jpg", "../notes.jpg"])
      expect((await house.shop.visitor().get(`/pictures/${encodeURIComponent(name)}`)).status, name).toBe(404);
  });

  test("F01: a name is never a path, however odd; a picture gets one of the shop's", async () => {
    const names = [
      "../../shop.db",
      "..\\..\\shop.db",
      "C:\\windows\\a.png",
      "a\0.png",
      "a\u202egnp.exe",
      "a\r\nX-Smuggled: 1",
    ];
    for (const name of [...names, "x".repeat(300), "<script>.png", "con", ".env", "%2e%2e%2f", "a.png/"]) {
      const answer = await send("mug", [name, png(3, 3)]);
      expect(answer.status, JSON.stringify(name)).toBe(303);
      const refused = await send("mug", [name, new Uint8Array([1, 2, 3])]);
      expect(refused.status).toBe(422);
      const sent = name;
      await expectCalm(refused, sent, "a name");
    }
    for (const bytes of await polyglots()) expect((await send("mug", ["both.jpg", bytes])).status).toBe(303);
    const all = await pictures("mug");
    expect(all.length).toBeGreaterThan(10);
    for (const path of all) {
      const file = Buffer.from(await (await house.shop.visitor().get(path)).arrayBuffer());
      expect(file.subarray(8, 12).toString(), path).toBe("WEBP");
      expect(file.toString("latin1"), path).not.toMatch(/alert|script/);
    }
  });

  test("F02: a picture that is small as a file and huge as a picture is refused at once", async () => {
    const bytes = bomb();
    await send("jug", ["warm.png", new Uint8Array([1])]);
    const began = performance.now();
    const answer = await send("jug", ["bomb.png", bytes]);
    expect(answer.status).toBe(422);
    expect(performance.now() - began).toBeLessThan(500);
    expect(await answer.text()).toContain("too large");
  });

  test("F02: one that is drawn over and over again is refused at once, too: it would take minutes", async () => {
    const began = performance.now();
    const answer = await send("jug", ["endless.jpg", passes(6000, 20_000)]);
    expect([answer.status, (await answer.text()).includes("in more passes than any picture needs")]).toEqual([
      422,
      true,
    ]);
    expect(performance.now() - began).toBeLessThan(2000);
    expect((await send("mug", ["progressive.jpg", passes(400, 40)])).status).toBe(303);
  });

  test("F06: opened directly it is a picture and nothing else, and a product has a most", async () => {
    const [first = ""] = await pictures("mug");
    const { status, headers } = await house.shop.visitor().get(first);
    expect([status, headers.get("Content-Type")]).toEqual([200, "image/webp"]);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    const some = Array.from({ length: 20 }, (_, at): readonly [string, Uint8Array] => [`${at}.png`, png(2, 2)]);
    const statuses: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) statuses.push((await send("jug", ...some)).status);
    expect(statuses).toEqual([303, 303, 422]);
    expect((await send("jug", ["one.jpg", await jpeg(30, 30)])).status).toBe(303);
  });
});
