import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { deflateSync } from "node:zlib";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { pictures, products } from "#db/schema.ts";
import { fetchPicture, type Network } from "#src/catalog/import/fetch-picture.ts";
import { makePicture } from "#src/catalog/import/make-picture.ts";
import { fetchWaitingPictures } from "#src/catalog/import/pictures.ts";
import { isPublicAddress } from "#src/catalog/import/public-address.ts";
import { emptyShop } from "./import-shop.ts";

setDefaultTimeout(60_000);

describe("which addresses are public", () => {
  test.each(["8.8.8.8", "172.32.0.1", "1.1.1.1", "2606:4700::1111", "2a00:1450::1"])("%s is", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "fe80::1",
    "fd00::1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "ff02::1",
    "localhost",
    "",
  ])("%p is not", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("what may be fetched", () => {
  const named = (...addresses: string[]): Network => ({ resolve: async () => addresses, isAllowed: isPublicAddress });

  test.each([
    ["file:///etc/passwd", "no http address"],
    ["data:image/png;base64,AAAA", "no http address"],
    ["ftp://pictures.example/a.jpg", "no http address"],
    ["http://user:word@pictures.example/a.jpg", "holds a password"],
    ["http://127.0.0.1/a.jpg", "not on the public internet"],
    ["http://0x7f.1/a.jpg", "not on the public internet"],
    ["http://2130706433/a.jpg", "not on the public internet"],
    ["http://[::ffff:127.0.0.1]/a.jpg", "not on the public internet"],
    ["http://[::1]/a.jpg", "not on the public internet"],
  ])("%s is refused", async (address, reason) => {
    await expect(fetchPicture(address)).rejects.toThrow(reason);
  });

  test("a name that means an inner address is refused, also when it means a public one as well", async () => {
    await expect(fetchPicture("http://inner.example/a.jpg", named("10.0.0.1"))).rejects.toThrow("not on the public");
    await expect(fetchPicture("http://both.example/a.jpg", named("8.8.8.8", "127.0.0.1"))).rejects.toThrow(
      "not on the public",
    );
    await expect(fetchPicture("http://none.example/a.jpg", named())).rejects.toThrow("was not found");
  });

  test("the connection goes to the address that was looked at, under the name that was asked for", async () => {
    using server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: (request) => new Response(request.headers.get("host")),
    });
    const here: Network = { resolve: async () => ["127.0.0.1"], isAllowed: (address) => address === "127.0.0.1" };
    const bytes = await fetchPicture(`http://pictures.example:${server.port}/a.jpg`, here);
    expect(new TextDecoder().decode(bytes)).toBe(`pictures.example:${server.port}`);
  });

  test("redirects are not followed, and more than ten MiB are not read", async () => {
    using server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: (request) =>
        new URL(request.url).pathname === "/large"
          ? new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1 << 20)) }))
          : Response.redirect("http://169.254.169.254/", 302),
    });
    const here: Network = { resolve: async () => ["127.0.0.1"], isAllowed: () => true };
    await expect(fetchPicture(`http://a.example:${server.port}/`, here)).rejects.toThrow("is not followed");
    await expect(fetchPicture(`http://a.example:${server.port}/large`, here)).rejects.toThrow("larger than 10 MiB");
  });
});

/** A PNG of one colour whose header claims any size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const whole = Buffer.alloc(named.length + 8);
    whole.writeUInt32BE(content.length, 0);
    named.copy(whole, 4);
    whole.writeUInt32BE(Bun.hash.crc32(named), named.length + 4);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.min((Math.ceil(width / 8) + 1) * height, 1e6)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

describe("making a picture", () => {
  test("draws it again in four widths, none larger than it was", async () => {
    await using shop = await emptyShop();
    const made = await makePicture(png(2000, 1000), "p-1", shop.folder);
    expect(made).toEqual({ file: "p-1.webp", width: 1440, height: 720 });
    const widths = await Promise.all(
      [320, 640, 960, 1440].map(
        async (size) =>
          (await new Bun.Image(await Bun.file(join(shop.folder, `p-1-${size}.webp`)).bytes()).metadata()).width,
      ),
    );
    expect(widths).toEqual([320, 640, 960, 1440]);
    expect(await makePicture(png(10, 10), "p-2", shop.folder)).toMatchObject({ width: 10, height: 10 });
  });

  test("refuses what is no picture, and what would not fit into memory, at once", async () => {
    await using shop = await emptyShop();
    for (const text of ["<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "%PDF-1.7", ""]) {
      await expect(makePicture(Buffer.from(text), "x", shop.folder)).rejects.toThrow("no JPEG, PNG, WebP or GIF");
    }
    const before = process.memoryUsage().rss;
    for (const size of [16_000, 60_000]) {
      await expect(makePicture(png(size, size), "x", shop.folder)).rejects.toThrow("too large");
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });
});

describe("pictures that wait", () => {
  test("are fetched, shown on their product, or marked with the reason; what does not answer is tried again later", async () => {
    await using shop = await emptyShop();
    using server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: (request) => {
        const path = new URL(request.url).pathname;
        if (path === "/good.png") return new Response(new Uint8Array(png(40, 30)));
        return new Response("", { status: path === "/busy.png" ? 503 : 404 });
      },
    });
    const lines = ["good", "gone", "busy"].map(
      (name, at) => `p-${at},P,5,http://pictures.example:${server.port}/${name}.png`,
    );
    await shop.takeText(`Handle,Title,Variant Price,Image Src\n${lines.join("\n")}\n`);
    const here: Network = { resolve: async () => ["127.0.0.1"], isAllowed: () => true };
    const deps = { ...shop, config: { dataFolder: shop.folder } };
    expect(await fetchWaitingPictures(deps, here)).toBe(3);
    const rows = await shop.read.select().from(pictures).orderBy(asc(pictures.source));
    expect(rows.map((row) => [row.state, row.tries, row.trouble])).toEqual([
      ["waiting", 1, "pictures.example answered 503"],
      ["failed", 1, "pictures.example answered 404"],
      ["ready", 0, ""],
    ]);
    const [shown] = await shop.read.select().from(products).orderBy(asc(products.handle));
    expect(shown?.picture).toBe(rows[2]?.file ?? "none");
    expect(await fetchWaitingPictures(deps, here)).toBe(0);
    shop.later(2);
    expect(await fetchWaitingPictures(deps, here)).toBe(1);
  });
});
