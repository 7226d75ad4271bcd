import { describe, expect, test } from "bun:test";
import { readUpload as readAndUse } from "#src/web/read-upload.ts";
import { filesBody } from "#test/support/files-body.ts";

type Files = Parameters<typeof filesBody>[0];

async function request(files: Files, fields: Record<string, string> = {}): Promise<Request> {
  const { body, headers } = await filesBody(files, fields);
  return new Request("http://localhost/", { method: "POST", body, headers });
}
/** As browsers send it, letter by letter. */
const sent = (...parts: readonly string[]) =>
  new Request("http://localhost/", {
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
    body: `${parts.map((part) => `--x\r\nContent-Disposition: form-data; ${part}\r\n`).join("")}--x--\r\n`,
  });
const readUpload = (asked: Request, who: string) => readAndUse(asked, who, async (sent) => sent);
const one = new Uint8Array([1, 2, 3]);

/** One that begins and does not end before it is told to. */
function stalled() {
  let end = () => {};
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode("--x\r\n"));
      end = () => {
        stream.enqueue(new TextEncoder().encode('Content-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'));
        stream.close();
      };
    },
  });
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  return { request: new Request("http://localhost/", { method: "POST", body, headers }), end: () => end() };
}

describe("a form with files", () => {
  test("gives fields and files; a field in which nothing was chosen is no file", async () => {
    const sent = await readUpload(await request([["a.png", one]], { title: "Mug" }), "me");
    expect(sent).toEqual({ fields: { title: "Mug" }, files: [{ field: "picture", name: "a.png", bytes: one }] });
    expect((await readUpload(await request([["", new Uint8Array()]]), "me")).files).toEqual([]);
    expect((await readUpload(await request([["empty.png", new Uint8Array()]]), "me")).files).toHaveLength(1);
  });

  test("S40: a file field in which nothing was chosen is no file, as browsers send it", async () => {
    const empty = 'name="picture"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n';
    const { fields, files } = await readUpload(sent(empty, 'name="author"\r\n\r\nOdile'), "me");
    expect([fields, files]).toEqual([{ author: "Odile" }, []]);
  });

  test("S40: a file without a name is one all the same", async () => {
    const named = 'name="picture"; filename=""\r\nContent-Type: image/png\r\n\r\nbytes';
    const { files } = await readUpload(sent(named), "me");
    expect(files.map(({ field, name, bytes }) => [field, name, bytes.length])).toEqual([["picture", "the file", 5]]);
  });

  test("calls files by what is safe to show, never by a path", async () => {
    for (const [name, shown] of [
      ["../../etc/passwd", "passwd"],
      ["C:\\pictures\\a.png", "a.png"],
      ["a\u202egnp.exe", "agnp.exe"],
      ["/", "the file"],
      ["x".repeat(300), "x".repeat(80)],
    ] as const)
      expect((await readUpload(await request([[name, one]]), "me")).files[0]?.name, name).toBe(shown);
  });

  test("is refused when it is another type, broken, or has too many files or fields", async () => {
    const json = new Request("http://localhost/", { method: "POST", body: "{}" });
    await expect(readUpload(json, "me")).rejects.toMatchObject({ kind: "wrong_type" });
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const broken = new Request("http://localhost/", { method: "POST", body: "--x\r\n", headers });
    await expect(readUpload(broken, "me")).rejects.toMatchObject({ kind: "bad_request" });
    const many = await request(Array.from({ length: 21 }, (_, at) => [`${at}`, one] as const));
    await expect(readUpload(many, "me")).rejects.toMatchObject({ kind: "too_large" });
    const fields = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, "1"]));
    await expect(readUpload(await request([], fields), "me")).rejects.toMatchObject({ kind: "too_large" });
  });

  test("of one sender are two at once, of all eight, so that nobody keeps the others out", async () => {
    const begin = (who: string) => {
      const { request: slow, end } = stalled();
      return { read: readUpload(slow, who), end };
    };
    const open = [begin("a"), begin("a")];
    await expect(readUpload(stalled().request, "a")).rejects.toMatchObject({ kind: "busy", retryAfter: 5 });
    for (const who of ["b", "c", "d", "e", "f", "g"]) open.push(begin(who));
    await expect(readUpload(stalled().request, "h")).rejects.toMatchObject({ kind: "busy" });
    for (const { end } of open) end();
    for (const { read } of open) expect((await read).fields).toEqual({ a: "b" });
    expect((await readUpload(await request([["a.png", one]]), "a")).files).toHaveLength(1);
  });

  test("keeps its place until what was sent is used", async () => {
    const large = new Uint8Array(70_000);
    const inside = await Promise.all(
      [1, 2].map(async () =>
        readAndUse(await request([["a.png", large]]), "z", async () => {
          await Bun.sleep(50);
          return readUpload(await request([["a.png", large]]), "z").catch(({ kind }) => kind);
        }),
      ),
    );
    expect(inside[0]).toBe("busy");
  });
});
