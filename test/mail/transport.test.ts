import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { MailRefused, smtpTransport } from "#src/mail/transport.ts";
import { headersOf, openPostOffice } from "./post-office.ts";

const office = await openPostOffice();
const transport = smtpTransport(office.url);
const shop = { name: "Pushcart", address: "stall@shop.example" };
const letter = {
  id: "l1",
  to: "ada@example.com",
  subject: "Order P-1001",
  html: "<p>Thanks</p>",
  text: "Thanks",
  tries: 0,
};

beforeEach(() => {
  office.letters.length = 0;
  office.setMood("takes");
});
afterAll(async () => {
  transport.close();
  await office.close();
});

describe("a letter on its way", () => {
  test("goes to its one recipient, as text and as HTML", async () => {
    await transport.send(letter, shop);
    expect(office.letters).toHaveLength(1);
    const [sent] = office.letters;
    expect(sent).toMatchObject({ from: "stall@shop.example", to: ["ada@example.com"] });
    expect(sent?.message).toContain("Content-Type: text/plain");
    expect(sent?.message).toContain("Content-Type: text/html");
    expect(headersOf(sent?.message ?? "")).toContain("Message-ID: <l1@shop.example>");
    expect(headersOf(sent?.message ?? "")).toContain("From: Pushcart <stall@shop.example>");
  });

  test("gains no recipient and no header from what was typed", async () => {
    const evil = "\r\nBcc: eve@example.com\r\nX-Evil: yes";
    await transport.send({ ...letter, subject: `Order${evil}` }, { ...shop, name: `Shop${evil}, "eve@example.com"` });
    const [sent] = office.letters;
    expect(sent?.to).toEqual(["ada@example.com"]);
    const names = headersOf(sent?.message ?? "").map((line) => line.split(":")[0]?.toLowerCase());
    expect(names).not.toContain("bcc");
    expect(names).not.toContain("x-evil");
    for (const single of ["subject", "to", "from"]) expect(names.filter((name) => name === single)).toHaveLength(1);
  });

  test("never leaves for something that is not one mailbox", async () => {
    for (const to of ["ada@example.com, eve@example.com", "ada@example.com\r\nRCPT TO:<eve@example.com>", "a@b@c"]) {
      await expect(transport.send({ ...letter, to }, shop), to).rejects.toBeInstanceOf(MailRefused);
    }
    expect(office.letters).toHaveLength(0);
  });

  test("is given up when there is no such mailbox, and tried again when the server is only busy", async () => {
    office.setMood("no such mailbox");
    await expect(transport.send(letter, shop)).rejects.toBeInstanceOf(MailRefused);
    office.setMood("try later");
    const busy = await transport.send(letter, shop).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(Error);
    expect(busy).not.toBeInstanceOf(MailRefused);
  });
});
