import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makePicture } from "#src/catalog/import/make-picture.ts";
import { takePicture } from "#src/catalog/uploads/take-picture.ts";
import { isUpload } from "#src/catalog/uploads/upload-name.ts";
import {
  bomb,
  gif,
  hostileFiles,
  jpeg,
  packed,
  photo,
  png,
  polyglots,
  secretPlace,
  webp,
} from "#test/support/picture-files.ts";

setDefaultTimeout(60_000);

const root = mkdtempSync(join(tmpdir(), "pushcart-uploads-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
/** A data folder, and what a shop would hand down. */
function place() {
  const dataFolder = mkdtempSync(join(root, "shop-"));
  const folder = join(dataFolder, "pictures");
  const newToken = () => Buffer.from(`token ${(made += 1)}`.padEnd(32, "-")).toString("base64url");
  const take = (bytes: Uint8Array, mostMebibytes = 10) =>
    takePicture({ bytes, mostMebibytes }, { config: { dataFolder }, newToken });
  return { folder, take, newToken, kept: () => (existsSync(folder) ? readdirSync(folder) : []) };
}
const sizeOf = async (path: string) => {
  const { width, height, format } = await new Bun.Image(new Uint8Array(readFileSync(path))).metadata();
  return { width, height, format };
};

describe("a picture that somebody uploads", () => {
  test("S40 is drawn again in the shop's sizes, under a name that nobody guesses", async () => {
    const { folder, take, kept } = place();
    for (const bytes of [await jpeg(1600, 900), png(1600, 900), await webp(1600, 900)]) {
      const taken = await take(bytes);
      if (!taken.ok) throw new Error(taken.why);
      expect(taken.made).toMatchObject({ width: 1440, height: 810 });
      expect(taken.made.file).toMatch(/^u-[0-9a-f]{32}\.webp$/);
      const small = join(folder, taken.made.file.replace(".webp", "-320.webp"));
      expect(await sizeOf(small)).toEqual({ width: 320, height: 180, format: "webp" });
    }
    expect(kept()).toHaveLength(15);
    expect(kept().every(isUpload)).toBe(true);
    expect(await take(gif)).toMatchObject({ ok: true });
  });

  test("S40 stands upright and tells nobody where it was taken", async () => {
    const { folder, take } = place();
    const bytes = await photo(300, 200);
    expect(Buffer.from(bytes).includes(secretPlace)).toBe(true);
    const taken = await take(bytes);
    expect(taken).toMatchObject({ ok: true, made: { width: 200, height: 300 } });
    for (const name of readdirSync(folder)) {
      const file = readFileSync(join(folder, name));
      for (const trace of ["GPS", "Exif", "EXIF", "XMP ", "at home"]) expect(file.includes(trace), name).toBe(false);
    }
  });

  test("S40 carries nothing that hung behind it", async () => {
    const { folder, take } = place();
    for (const bytes of await polyglots()) expect(await take(bytes)).toMatchObject({ ok: true });
    for (const name of readdirSync(folder)) {
      const file = readFileSync(join(folder, name), "latin1");
      expect(file, name).not.toMatch(/script|alert|PK\u0003\u0004/);
    }
  });

  test("S40 F01 is told by its bytes: whatever else it is, it is refused with the reason, and nothing of it is kept", async () => {
    const { take, kept } = place();
    for (const { name, bytes, why } of await hostileFiles()) {
      const taken = await take(bytes);
      expect(taken.ok ? "taken" : taken.why, name).toContain(why);
    }
    expect(await take(await jpeg(), 0.0001)).toMatchObject({ ok: false, why: "it is larger than 0.0001 MiB" });
    expect(kept()).toEqual([]);
  });

  test("S40 F02 a picture small as a file and huge as a picture is refused at once, and takes no memory", async () => {
    const { take } = place();
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    expect(await take(bytes)).toMatchObject({ ok: false, why: expect.stringContaining("too large") });
    expect(performance.now() - began).toBeLessThan(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });

  test("S40 F02 a text or a profile that is packed a thousandfold is never unpacked", async () => {
    const { take } = place();
    await take(png(30, 20));
    for (const type of ["zTXt", "iTXt", "iCCP"] as const) {
      const bytes = packed(type);
      expect(bytes.length).toBeGreaterThan(90_000);
      const before = process.memoryUsage().rss;
      const began = performance.now();
      expect(await take(bytes), type).toMatchObject({ ok: true, made: { width: 30, height: 20 } });
      expect(performance.now() - began, type).toBeLessThan(1000);
      expect(process.memoryUsage().rss - before, type).toBeLessThan(50e6);
    }
  });

  test.skipIf(!existsSync("/dev/full"))("S40 on a full disk: a sentence, and nothing half", async () => {
    const { folder, newToken, kept } = place();
    mkdirSync(folder, { recursive: true });
    const token = newToken();
    const name = `u-${Buffer.from(token, "base64url").subarray(0, 16).toString("hex")}`;
    symlinkSync("/dev/full", join(folder, `${name}-960.webp.part`));
    const given = { config: { dataFolder: join(folder, "..") }, newToken: () => token };
    const sent = { bytes: png(2000, 1000), mostMebibytes: 10 };
    await expect(takePicture(sent, given)).rejects.toThrow("no room left on its disk");
    expect(kept()).toEqual([]);
  });

  test("S40 one is decoded at a time, and one that fails holds up none", async () => {
    const { folder, kept } = place();
    const all = [png(700, 700), Buffer.from("none"), png(500, 500)].map((bytes, at) =>
      makePicture(bytes, `p-${at}`, folder).then(
        () => true,
        () => false,
      ),
    );
    expect(await Promise.all(all)).toEqual([true, false, true]);
    expect(kept().filter((name) => name.startsWith("p-1"))).toEqual([]);
  });
});
