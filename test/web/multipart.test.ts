import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { partsOf } from "#src/web/multipart.ts";

/** A request whose body comes in pieces of this size. */
function sent(body: Uint8Array, type: string, piece = body.length): Request {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < body.length; at += piece) controller.enqueue(body.slice(at, at + piece));
      controller.close();
    },
  });
  return new Request("http://localhost/", { method: "POST", body: stream, headers: { "Content-Type": type } });
}

async function read(request: Request) {
  const found: { name: string; file: string | undefined; bytes: string }[] = [];
  for await (const { name, file, bytes } of partsOf(request)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece.slice());
    found.push({ name, file, bytes: Buffer.concat(pieces).toString("latin1") });
  }
  return found;
}

describe("a form with files", () => {
  test("is read as the browser wrote it, however it is cut on its way", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 20 }),
        fc.integer({ min: 1, max: 64 }),
        async (bytes, field, piece) => {
          const form = new FormData();
          form.set("form", field);
          form.set("file", new File([bytes], "a b.csv"));
          form.set("empty", new File([], ""));
          const whole = new Response(form);
          const type = whole.headers.get("content-type") ?? "";
          const parts = await read(sent(await whole.bytes(), type, piece));
          expect(parts).toEqual([
            {
              name: "form",
              file: undefined,
              bytes: Buffer.from(field.toWellFormed()).toString("latin1"),
            },
            { name: "file", file: "a b.csv", bytes: Buffer.from(bytes).toString("latin1") },
            { name: "empty", file: "", bytes: "" },
          ]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("that breaks off, has lines without end or is none at all is refused", async () => {
    const border = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
    const type = "multipart/form-data; boundary=x";
    for (const [body, kind] of [
      [`${border}half a file`, "bad_request"],
      [`${border}all of it\r\n--x`, "bad_request"],
      ["", "bad_request"],
      ["--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--", "bad_request"],
      [`--x\r\n${"X-A: b\r\n".repeat(4000)}`, "bad_request"],
      [`${border}\r\n`.repeat(30), "bad_request"],
    ] as const)
      await expect(read(sent(Buffer.from(body), type, 7)), body.slice(0, 60)).rejects.toMatchObject({ kind });
    for (const other of ["text/csv", "multipart/form-data", `multipart/form-data; boundary=${"a".repeat(99)}`])
      await expect(read(sent(Buffer.from("x"), other))).rejects.toMatchObject({ kind: "wrong_type" });
  });
});
