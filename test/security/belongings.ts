import { importJobs } from "#db/schema.ts";
import { filesBody } from "#test/support/files-body.ts";
import { png } from "#test/support/picture-files.ts";
import type { TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const found = (html: string, where: RegExp) => where.exec(html)?.[1] ?? "none";

/** A customer who is signed in, with an address in the book; a picture and a product file at the desk; and the ids of all that. */
export async function belongings(shop: TestShop, desk: TestVisitor) {
  const customer = shop.visitor();
  await customer.post("/register", { displayName: "Lena", email: "lena@example.com", password: "a hook and a line" });
  const place = {
    name: "Lena",
    country: "US",
    street: "14 Mill Street",
    city: "Hudson",
    region: "NY",
    postcode: "12534",
  };
  await customer.post("/account/addresses", place);
  const book = await (await customer.get("/account/addresses")).text();

  const picture = await filesBody([["a.png", png(3, 3)]]);
  await desk.send("/admin/products/mug/pictures", { method: "POST", ...picture });
  const editor = await (await desk.get("/admin/products/mug")).text();
  const file = await filesBody([["a.csv", Buffer.from("Handle,Title,Variant Price\n")]], {}, "file");
  const sent = await desk.send("/admin/import", { method: "POST", ...file });
  if ("pid" in shop) await isChecked(shop);
  const ids = {
    "/account/addresses": found(book, /\/account\/addresses\/([\w-]+)\/remove/),
    "/admin/pictures": found(editor, /\/admin\/pictures\/([\w-]+)/),
    "/admin/import": found(sent.headers.get("Location") ?? "", /\/admin\/import\/([\w-]+)/),
  };
  return { customer, ids };
}

/** The one file looks at what was sent by itself, and so writes while nobody asks for anything: that is waited for. */
async function isChecked({ deps }: TestShop): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const jobs = await deps.store.read.select({ state: importJobs.state }).from(importJobs);
    if (jobs.length > 0 && jobs.every(({ state }) => state !== "checking")) return;
    await Bun.sleep(50);
  }
}
