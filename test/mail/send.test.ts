import { describe, expect, test } from "bun:test";
import type { Deps } from "#src/deps.ts";
import { mailer, sendWaiting } from "#src/mail/send.ts";
import { listLetters, loadLetter, queueLetter, retryLetter } from "#src/mail/store.ts";
import { smtpTransport } from "#src/mail/transport.ts";
import { newShop } from "#src/settings/shop.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { openPostOffice } from "./post-office.ts";

const hour = 3_600_000;

async function outboxWith(...recipients: string[]) {
  const database = await freshDatabase();
  const { store } = database;
  const clock = testClock();
  const shop = { ...newShop, name: "Test Shop", email: "stall@shop.example" };
  const deps = {
    store,
    now: clock.now,
    log: { warn() {} },
    config: { smtpUrl: "", mailFrom: "" },
    shop: { read: async () => shop },
  } as unknown as Deps;
  for (const [at, to] of recipients.entries()) {
    const letter = { kind: "order_placed", to, subject: "Order P-1001", html: "<p>Thanks</p>", text: "Thanks" };
    await store.write((tx) => queueLetter(tx, letter, { id: `l${at}`, orderId: "o1", at: clock.now() }));
  }
  const states = async () => (await listLetters(store.read, {})).map(({ state }) => state);
  return { store, deps, clock, states, [Symbol.asyncDispose]: database.close };
}

async function postOffice() {
  const office = await openPostOffice();
  const transport = smtpTransport(office.url);
  const close = async () => {
    transport.close();
    await office.close();
  };
  return { ...office, transport, [Symbol.asyncDispose]: close };
}

describe("the outbox", () => {
  test("keeps letters for the owner where there is no mail server", async () => {
    await using outbox = await outboxWith("ada@example.com", "bob@example.com");
    expect(await mailer(outbox.deps)()).toEqual({ sent: 0, failed: 0, kept: 2 });
    expect(await outbox.states()).toEqual(["kept", "kept"]);
    expect(await loadLetter(outbox.store.read, "l0")).toMatchObject({ to: "ada@example.com", text: "Thanks" });
  });

  test("sends each letter once, also when two postmen come at once", async () => {
    await using outbox = await outboxWith("ada@example.com", "bob@example.com", "cyd@example.com");
    await using office = await postOffice();
    await Promise.all([sendWaiting(outbox.deps, office.transport), sendWaiting(outbox.deps, office.transport)]);
    expect(office.letters.map(({ to }) => to[0]).toSorted()).toEqual([
      "ada@example.com",
      "bob@example.com",
      "cyd@example.com",
    ]);
    expect(await outbox.states()).toEqual(["sent", "sent", "sent"]);
    expect(await sendWaiting(outbox.deps, office.transport)).toEqual({ sent: 0, failed: 0, kept: 0 });
  });

  test("tries again later when the mail server is busy, and gives up after a day", async () => {
    await using outbox = await outboxWith("ada@example.com");
    await using office = await postOffice();
    office.setMood("try later");
    expect(await sendWaiting(outbox.deps, office.transport)).toMatchObject({ sent: 0, failed: 1 });
    expect(await sendWaiting(outbox.deps, office.transport)).toMatchObject({ failed: 0 }); // not yet due
    for (let hours = 0; hours < 40; hours++) {
      outbox.clock.forward(hour);
      await sendWaiting(outbox.deps, office.transport);
    }
    expect(await outbox.states()).toEqual(["failed"]);
    const letter = await loadLetter(outbox.store.read, "l0");
    expect(letter?.trouble).toContain("Try later");
    expect(letter?.tries).toBe(13);

    office.setMood("takes");
    expect(await outbox.store.write((tx) => retryLetter(tx, "l0", outbox.clock.now()))).toBeTrue();
    expect(await sendWaiting(outbox.deps, office.transport)).toMatchObject({ sent: 1 });
    expect(await outbox.states()).toEqual(["sent"]);
    expect(await outbox.store.write((tx) => retryLetter(tx, "l0", outbox.clock.now()))).toBeFalse();
  });

  test("does not try again where there is no such mailbox, and lets the others go", async () => {
    await using outbox = await outboxWith("ada@example.com, eve@example.com", "bob@example.com");
    await using office = await postOffice();
    expect(await sendWaiting(outbox.deps, office.transport)).toMatchObject({ sent: 1, failed: 1 });
    expect(office.letters.map(({ to }) => to)).toEqual([["bob@example.com"]]);
    expect((await outbox.states()).toSorted()).toEqual(["failed", "sent"]);
  });

  test("loses nothing while the mail server is away", async () => {
    await using outbox = await outboxWith("a@example.com", "b@example.com", "c@example.com", "d@example.com");
    const office = await postOffice();
    await office.close();
    const gone = smtpTransport(office.url);
    expect(await sendWaiting(outbox.deps, gone)).toEqual({ sent: 0, failed: 3, kept: 0 });
    gone.close();
    expect(await outbox.states()).toEqual(["waiting", "waiting", "waiting", "waiting"]);
    expect((await loadLetter(outbox.store.read, "l3"))?.tries).toBe(0);
  });
});
