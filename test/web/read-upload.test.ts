import { expect, test } from "bun:test";
import { readUpload } from "#src/web/read-upload.ts";

/** As browsers send it, letter by letter. */
const sent = (...parts: readonly string[]) =>
  new Request("http://localhost/", {
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=x" },
    body: `${parts.map((part) => `--x\r\nContent-Disposition: form-data; ${part}\r\n`).join("")}--x--\r\n`,
  });

test("S40: a file field in which nothing was chosen is no file", async () => {
  const empty = 'name="picture"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n';
  const { fields, files } = await readUpload(sent(empty, 'name="author"\r\n\r\nOdile'));
  expect(fields).toEqual({ author: "Odile" });
  expect(files).toEqual([]);
});

test("S40: a file without a name is one all the same", async () => {
  const { files } = await readUpload(sent('name="picture"; filename=""\r\nContent-Type: image/png\r\n\r\nbytes'));
  expect(files.map(({ field, name, bytes }) => [field, name, bytes.length])).toEqual([["picture", "the file", 5]]);
});
