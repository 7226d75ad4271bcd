import { expect, setDefaultTimeout, test } from "bun:test";
import { roles } from "#src/accounts/permissions.ts";
import { member } from "#test/admin/staff.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { expectCalm, few, fillCart, openHouse, type Door } from "./doors.ts";

setDefaultTimeout(3_600_000);

// Whatever is sent to whichever door, by whomever: random, but the same each time. For longer, and otherwise:
// PUSHCART_RANDOM=50000 PUSHCART_SEED=7 bun test test/security/random.test.ts
const tries = Number(process.env["PUSHCART_RANDOM"] || 2500);
let state = Number(process.env["PUSHCART_SEED"] || 1);
const random = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const seldom = (times: number) => random() < 1 / times;

const texts = [
  ...few,
  ...["", " ", "1 ", "+1", "01", "0", "1.5", "٣", "５", "NaN", "null", "true", "yes", "[]", "{}", "[1,2]", '{"a":1}'],
  ...["2026-02-30", "0000-00-00", "275760-09-14", "9007199254740993", "100.001", "DE", "ZZ", "a@b.c", "mug", "mug-0"],
  ...["parcel", "pickup@mill", "owner", "confirm", "end", "remove", "inc", "update", "test_card", "transfer", "EUR"],
  ...["/%09/x", "/\\evil.example", '<!--pc:"account"-->', '<!--pc:"', "\ud83d", "x\udc00"],
];
const headers: readonly (readonly [string, readonly string[]])[] = [
  ["If-None-Match", ['"x"', "*", 'W/"a", "b"', ",".repeat(300)]],
  ["If-Modified-Since", ["garbage", "Thu, 01 Jan 1970 00:00:00 GMT"]],
  ["Range", ["bytes=0-10", "bytes=-1", "bytes=9999999999-", "bytes=a-b", "lines=1-2"]],
  ["Accept-Encoding", ["br", "gzip", "br;q=0, gzip;q=1", "*", "br".repeat(300)]],
  ["Accept", ["*/*", "application/json", "garbage///"]],
  ["Referer", ["javascript:alert(1)", "http://evil.example/", "no address", "http://["]],
  ["HX-Current-URL", ["http://[", "//evil.example", "javascript:1"]],
  ["HX-Request-Type", ["partial", "full"]],
  ["X-Forwarded-For", ["1.2.3.4", "no address", ",,,", "1:2:3:4:5:6:7:8:9"]],
  ["X-Original-URL", ["/admin"]],
  ["X-HTTP-Method-Override", ["DELETE"]],
  ["Origin", ["null", "http://evil.example"]],
  ["Sec-Fetch-Site", ["cross-site", "same-site", "none", ""]],
  ["Authorization", ["Bearer a.b.c", "Bearer ..", "Basic x"]],
];
const cookieValues = [
  "x",
  "a".repeat(43),
  `c.${"a".repeat(43)}`,
  "%",
  "a.b.c",
  "eyJhbGciOiJub25lIn0.e30.",
  "dark",
  "W10.e30.x",
];
const strange = ["__proto__", "constructor", "price", "a[b]", "a.b", "__proto__[x]", "constructor.prototype.x"];

type Sent = { readonly type: string; readonly body: string };

function bodyFor({ fields }: Door): Sent {
  const names = seldom(3) ? [...fields, ...strange] : fields;
  const typed = names.filter(() => !seldom(8)).map((name): [string, string] => [name, pick(texts)]);
  const kind = random();
  if (kind < 0.6) return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(typed).toString() };
  if (kind < 0.8) {
    const odd = () => pick([null, 1, 1.5, -1, 1e21, [], {}, [[["x"]]], true]);
    const body = JSON.stringify(Object.fromEntries(typed.map(([name, text]) => [name, seldom(3) ? odd() : text])));
    return {
      type: pick(["application/json", "text/plain", "APPLICATION/JSON"]),
      body: seldom(8) ? body.slice(1) : body,
    };
  }
  const file = () => (seldom(4) ? `; filename="${pick(["a.png", "../a", "", "a.svg"])}"` : "");
  const parts = typed.map(([name, text]) => {
    return `--X\r\nContent-Disposition: form-data; name="${name}"${file()}\r\n\r\n${text.toWellFormed()}\r\n`;
  });
  return { type: `multipart/form-data; boundary=${pick(["X", "X", "Y"])}`, body: `${parts.join("")}--X--\r\n` };
}

const latin = (text: string) => text.replaceAll(/[\0\r\n]|[^\x01-\xff]/g, "");

function headersFor(who: TestVisitor): Record<string, string> {
  const chosen = Object.fromEntries(
    headers.filter(() => seldom(9)).map(([name, values]) => [name, latin(pick(values))]),
  );
  const jar = new Map(who.cookies);
  if (seldom(6)) jar.set(pick(["pc", "pc_admin", "pc_cart", "pc_guest", "pc_theme", "pc_notice"]), pick(cookieValues));
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return { ...chosen, ...(cookie && { cookie }) };
}

test("E01, I05, C04: random requests, by everybody from strangers to the owner, find no fault, no leak and no way out", async () => {
  const house = await openHouse();
  const { shop } = house;
  const bystander = shop.visitor();
  /** Some acts sign their owner out, or end an account: each round begins with people anew. */
  async function people(round: number): Promise<readonly TestVisitor[]> {
    const customer = shop.visitor();
    const email = `lena${round}@example.com`;
    await customer.post("/register", { displayName: "Lena", email, password: "a hook and a line" });
    await fillCart(customer);
    const staff = await Promise.all(roles.map((role) => member(shop, role)));
    return [shop.visitor(), customer, ...staff];
  }

  let all = await people(0);
  const seen = new Map<number, number>();
  for (let nth = 1; nth <= tries; nth += 1) {
    if (nth % 500 === 0) all = await people(nth);
    const door = pick(house.doors);
    const method = seldom(6) ? pick(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]) : door.method;
    const own = method === "ALL" ? "GET" : method;
    const at = seldom(4) ? house.address(door, pick(texts).slice(0, 300)) : house.address(door);
    const query = new URLSearchParams(door.query.map((name): [string, string] => [name, pick(texts).slice(0, 400)]));
    const target = `${at}${query.size > 0 && !seldom(3) ? `?${query}` : ""}`;
    const { type, body } = bodyFor(door);
    const sent = own === "GET" || own === "HEAD" ? {} : { body, headers: { "Content-Type": type } };
    // A copy: what an answer does to its cookies is not what is looked at.
    const asked = { method: own, ...sent, headers: { ...sent.headers, ...headersFor(pick(all)) } };
    const answer = await shop.visitor().send(target, asked);

    const where = `number ${nth}: ${own} ${target.slice(0, 300)} ${JSON.stringify(asked).slice(0, 1500)}`;
    seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
    for (const name of ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control"])
      expect(answer.headers.has(name), `${name} of ${where}`).toBe(true);
    const location = answer.headers.get("Location") ?? answer.headers.get("HX-Redirect");
    if (location !== null) expect(location, where).toMatch(/^\/(?![/\\])/);
    if (answer.headers.get("Content-Type")?.startsWith("text/event-stream")) await answer.body?.cancel();
    else await expectCalm(answer, `${target}${body}${decodeURI(at.replaceAll("%", ""))}`, where);
  }
  expect(seen.get(200)).toBeGreaterThan(tries / 20);
  for (const path of ["/", "/products/mug", "/search?q=mug"])
    expect(await (await bystander.get(path)).text(), path).not.toMatch(/Lena|lena\d*@|Ines/);
  await shop.close();
});
