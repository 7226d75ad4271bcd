import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { outbox } from "#db/schema.ts";
import { sendWaiting } from "#src/mail/send.ts";
import { smtpTransport } from "#src/mail/transport.ts";
import { saveShop } from "#src/settings/store.ts";
import { headersOf, openPostOffice, type Delivered } from "#test/mail/post-office.ts";
import { buyMug, contact, few, hostileTexts, openHouse } from "./doors.ts";

setDefaultTimeout(90_000);

const office = await openPostOffice();
const transport = smtpTransport(office.url);
let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse({ inside: true, env: { PUSHCART_MAIL_FROM: "stall@shop.example" } });
  await post(); // what the house itself has written
});
afterAll(async () => {
  transport.close();
  await office.close();
  await house.shop.close();
});

/** Everything that waits goes to the post office; what came there. */
async function post(): Promise<readonly Delivered[]> {
  office.letters.length = 0;
  for (let round = 0; round < 20; round += 1) {
    house.shop.clock.forward(3_600_000);
    const { sent, failed } = await sendWaiting(house.shop.deps, transport);
    if (sent + failed === 0) break;
  }
  return [...office.letters];
}

/** One recipient, one of each header, and none that a text smuggled in. */
function expectPlain({ to, from, message }: Delivered, recipient: string) {
  expect(to).toEqual([recipient]);
  expect(from).not.toContain(",");
  const names = headersOf(message).map((line) => line.split(":")[0]?.toLowerCase() ?? "");
  for (const single of ["to", "from", "subject", "message-id", "date", "mime-version", "content-type"])
    expect(
      names.filter((name) => name === single),
      single,
    ).toHaveLength(1);
  for (const never of ["bcc", "cc", "x-smuggled", "reply-to", "sender"]) expect(names).not.toContain(never);
  for (const name of names) expect(name).toMatch(/^[a-z-]+$/);
}

const evil = [
  "Ann\r\nBcc: eve@example.com",
  "Ann\nBcc: eve@example.com\n\nbody",
  "Ann%0d%0aBcc: eve@example.com",
  "Ann\u2028Bcc: eve@example.com",
  '"Ann" <eve@example.com>, ',
  "=?utf-8?q?Ann=0D=0ABcc:_eve@example.com?=",
  "a".repeat(10_000),
  "\r\n.\r\nMAIL FROM:<eve@example.com>",
];

describe("I08: a letter goes to its one recipient under the headers that we wrote", () => {
  test("whatever stands in the shopper's name, note and address", async () => {
    for (const text of evil) {
      const shopper = house.shop.visitor();
      const typed = {
        ...contact,
        name: `Ann ${text}`.slice(0, 90),
        note: text.slice(0, 500),
        extra: text.slice(0, 90),
      };
      await shopper.post("/cart/items", { handle: "mug", quantity: "1" });
      await shopper.post("/checkout", typed);
      await shopper.post("/checkout/delivery", typed);
      await buyMug(shopper);
      const letters = await post();
      expect(letters.length, text).toBeGreaterThan(0);
      for (const letter of letters) if (letter.to[0] !== "pia@example.com") expectPlain(letter, contact.email);
    }
  });

  test("whatever stands in the name of the shop", async () => {
    for (const text of evil) {
      await house.shop.deps.store.write((tx) => saveShop(tx, { name: `Stall ${text}` }));
      await house.shop.visitor().post("/newsletter", { email: "ann@example.com" });
      const letters = await post();
      expect(letters.length, text).toBeGreaterThan(0);
      for (const letter of letters) expectPlain(letter, "ann@example.com");
    }
    await house.shop.deps.store.write((tx) => saveShop(tx, { name: "Stall" }));
  });

  test("and an address that is more or less than one mailbox gets no letter at all", async () => {
    const lists = hostileTexts("emails-isemail", "headers-cookies-own");
    const typed = [
      "one@example.com",
      ...(lists.length > 0 ? lists : few),
      "ann@example.com, eve@example.com",
      "ann@example.com\r\nBcc: eve@example.com",
      "Ann <ann@example.com>",
      "a@b@example.com",
      `${"a".repeat(10_000)}@example.com`,
    ];
    const before = await house.shop.deps.store.read.$count(outbox);
    for (const [at, email] of typed.entries()) {
      const text = email.toWellFormed();
      expect((await house.shop.visitor().post("/newsletter", { email: text })).status, email).toBeLessThan(500);
      if (at % 5 > 0) continue;
      expect((await house.desk.post("/admin/staff", { email: text, role: "packer" })).status, email).toBeLessThan(500);
      expect((await house.shop.visitor().post("/forgot", { email: text })).status, email).toBeLessThan(500);
    }
    expect(await house.shop.deps.store.read.$count(outbox)).toBeGreaterThan(before);
    const delivered = await post();
    for (const letter of delivered) {
      expect(letter.to).toHaveLength(1);
      expectPlain(letter, letter.to[0] ?? "");
      expect(letter.to[0]).toMatch(/^("[^\s,;<>"@]+"|[^\s,;<>"@]+)@[^\s,;<>"@]+$/); // ".a"@b is how SMTP writes .a@b
      expect(letter.to[0]).not.toBe("eve@example.com");
    }
  });
});

describe("T17: a mail server that is away, slow or refuses keeps nobody from buying", () => {
  test("an order is placed while it is away; its letter goes once it is back, once", async () => {
    await post();
    const gone = await openPostOffice();
    await gone.close();
    const dead = smtpTransport(gone.url);
    const began = performance.now();
    await buyMug(house.shop.visitor());
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await sendWaiting(house.shop.deps, dead)).toMatchObject({ sent: 0 });
    dead.close();
    office.setMood("try later");
    await post();
    office.setMood("takes");
    expect((await post()).filter(({ message }) => /^Subject: Order/m.test(message))).toHaveLength(1);
    expect(await post()).toHaveLength(0);
  });
});
