/** A form with files as a browser sends it: whole, with its length. */
export async function filesBody(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  fields: Readonly<Record<string, string>> = {},
  field = "picture",
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, bytes] of files) form.append(field, new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  const made = new Request("http://localhost/", { method: "POST", body: form });
  const type = made.headers.get("content-type") ?? "";
  const body = new Uint8Array(await made.arrayBuffer());
  return { body, headers: { "content-type": type, "content-length": String(body.length) } };
}
