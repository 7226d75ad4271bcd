import { Database } from "bun:sqlite";

// The bare reference: Bun.serve, bun:sqlite, prepared statements, a template string. The same database file, the same
// product page (its bytes are taken from the shop's own answer, with what differs put in per product), and a cart update
// with the same durability that commits one at a time. Nothing else: no sessions, no checks, no headers.

const [port = "0", file = "", shellFile = ""] = process.argv.slice(2);
const database = new Database(file);
for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "busy_timeout = 4000", "foreign_keys = ON"])
  database.run(`PRAGMA ${pragma}`);

type Product = { id: string; title: string; description: string; vendor: string; price_from: number; picture: string };
const product = database.query<Product, [string]>(
  "SELECT id, title, description, vendor, price_from, picture FROM products WHERE handle = ?",
);
const variants = database.query<{ id: string; sku: string; price: number; stock: number }, [string]>(
  "SELECT id, sku, price, stock FROM variants WHERE product_id = ? ORDER BY position",
);
const pictures = database.query<{ file: string; alt: string }, [string]>(
  "SELECT file, alt FROM pictures WHERE product_id = ? ORDER BY position",
);
const related = database.query<{ handle: string; title: string; price_from: number }, [string]>(
  "SELECT p.handle, p.title, p.price_from FROM related_products r JOIN products p ON p.id = r.related_id WHERE r.product_id = ? ORDER BY r.position LIMIT 4",
);

database.run(
  "CREATE TABLE IF NOT EXISTS bench_lines (id TEXT PRIMARY KEY, cart TEXT, variant TEXT, quantity INTEGER, price INTEGER) STRICT",
);
for (let each = 0; each < 256; each++)
  database.run("INSERT OR IGNORE INTO bench_lines VALUES (?, ?, ?, 1, 2999)", [`l${each}`, `c${each}`, `v${each}`]);
const update = database.query("UPDATE bench_lines SET quantity = ? WHERE id = ? AND cart = ?");
const lines = database.query<{ id: string; quantity: number; price: number }, [string]>(
  "SELECT id, quantity, price FROM bench_lines WHERE cart = ?",
);

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const money = (cents: number) => `$${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
const html = { "Content-Type": "text/html; charset=utf-8" };
const shell = await Bun.file(shellFile).text();
const [before, after] = [shell.slice(0, shell.length / 2), shell.slice(shell.length / 2)];

function page(handle: string): Response {
  const found = product.get(handle);
  if (!found) return new Response("Not found", { status: 404 });
  const kinds = variants
    .all(found.id)
    .map(({ id, sku, price, stock }) => `<li data-id="${id}">${escape(sku)} ${money(price)} ${stock}</li>`);
  const shown = pictures.all(found.id).map(({ file, alt }) => `<img src="/pictures/${file}" alt="${escape(alt)}">`);
  const others = related
    .all(found.id)
    .map(
      ({ handle, title, price_from }) =>
        `<li><a href="/products/${handle}">${escape(title)}</a> ${money(price_from)}</li>`,
    );
  const own = `<h1>${escape(found.title)}</h1><p>${escape(found.vendor)} ${money(found.price_from)}</p>${found.description}<ul>${kinds.join("")}</ul>${shown.join("")}<ul>${others.join("")}</ul>`;
  return new Response(before + own + after, { headers: html });
}

async function change(request: Request, id: string): Promise<Response> {
  const quantity = Number(new URLSearchParams(await request.text()).get("quantity"));
  if (!(quantity >= 1 && quantity <= 99)) return new Response("No such quantity", { status: 422 });
  const cart = `c${id.slice(1)}`;
  update.run(quantity, id, cart);
  const rows = lines
    .all(cart)
    .map(({ id, quantity, price }) => `<li id="${id}">${quantity} ${money(price * quantity)}</li>`);
  return new Response(`<section id="cart"><ul>${rows.join("")}</ul></section>`, { headers: html });
}

Bun.serve({
  port: Number(port),
  hostname: "127.0.0.1",
  development: false,
  routes: {
    "/ready": new Response("yes"),
    "/products/:handle": (request) => page(request.params.handle),
    "/cart/lines/:id": { POST: (request) => change(request, request.params.id) },
  },
  fetch: () => new Response("Not found", { status: 404 }),
});
