import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { chmodSync, existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { auditLog } from "#db/schema.ts";
import { doctorCommand } from "#src/cli/doctor.ts";
import type { CliContext } from "#src/cli/context.ts";
import type { Deps } from "#src/deps.ts";
import { saveShop } from "#src/settings/store.ts";
import { owner } from "#test/admin/staff.ts";
import { openPostOffice } from "#test/mail/post-office.ts";
import { openShop, type ShopOptions } from "#test/support/shop.ts";

setDefaultTimeout(60_000);

type Finding = { readonly what: string; readonly state: string; readonly say: string; readonly mend?: string };

async function ask(deps: Deps, json = true): Promise<{ lines: string[]; code: number; of: Record<string, Finding> }> {
  const lines: string[] = [];
  const context = { json, exitCode: 0, out: (text: string) => void lines.push(text), open: async () => deps };
  const program = new Command().exitOverride();
  doctorCommand(program, () => context as unknown as CliContext);
  await program.parseAsync(["doctor"], { from: "user" });
  const found = json ? (JSON.parse(lines[0] ?? "[]") as Finding[]) : [];
  return { lines, code: context.exitCode, of: Object.fromEntries(found.map((each) => [each.what, each])) };
}

const opened = (options: ShopOptions = {}) => openShop({ env: { PUSHCART_SECRET: "x".repeat(40) }, ...options });

describe("pushcart doctor", () => {
  test("says ok, warn or fail of each, and what to do where it is not ok", async () => {
    await using shop = await opened();
    const { of, code } = await ask(shop.deps);
    const whole = [
      "database",
      "disk",
      "secret",
      "modes",
      "clock",
      "address",
      "tls",
      "mail",
      "backups",
      "staff",
      "shop",
    ];
    expect(Object.keys(of)).toEqual(whole);
    for (const { what, state, mend } of Object.values(of)) {
      expect(["ok", "warn", "fail"], what).toContain(state);
      expect(mend === undefined, what).toBe(state === "ok");
    }
    expect(of["address"]?.mend).toContain("PUSHCART_URL");
    expect(of["staff"]?.mend).toContain("staff link");
    expect(code).toBe(Object.values(of).some(({ state }) => state === "fail") ? 1 : 0);
    const { lines } = await ask(shop.deps, false);
    expect(lines.some((line) => /^warn {2}mail {6}/.test(line))).toBe(true);
    expect(lines.some((line) => line.trimStart().startsWith("mend: set SMTP_URL"))).toBe(true);
  });

  test("says what a shop does not yet tell of itself, and that nobody can pay into an account it does not have", async () => {
    const bank = { holder: "", account: "", routing: "", name: "", daysToPay: 14 };
    await using bare = await opened({ settings: { bank } });
    const { of } = await ask(bare.deps);
    expect(of["shop"]).toMatchObject({ state: "warn", mend: "fill it in at the desk, under Settings" });
    for (const each of ["email", "address", "bank account"]) expect(of["shop"]?.say).toContain(each);
    expect(of["shop"]?.say).not.toContain("no way to be paid");
    const none = { transfer: true, onDelivery: false, onPickup: false };
    await bare.deps.store.write((tx) => saveShop(tx, { payments: none, testMode: false }));
    expect((await ask(bare.deps)).of["shop"]?.say).toContain("no way to be paid");
    const address = { street: "Marktgasse 4", city: "Leipzig", region: "", postcode: "04109", country: "DE" };
    await bare.deps.store.write((tx) =>
      saveShop(tx, { email: "a@b.example", address, bank: { ...bank, account: "1" } }),
    );
    expect((await ask(bare.deps)).of["shop"]).toMatchObject({ state: "ok", say: "Test Shop, Leipzig" });
  });

  test("finds a public address without TLS, and one that nobody answers at", async () => {
    await using plain = await opened({
      env: { PUSHCART_SECRET: "x".repeat(40), PUSHCART_URL: "http://shop.example" },
      limits: true,
    });
    const found = await ask(plain.deps);
    expect([found.of["address"]?.state, found.code]).toEqual(["fail", 1]);
    await using away = await opened({
      limits: true,
      env: { PUSHCART_SECRET: "x".repeat(40), PUSHCART_URL: "https://nobody.invalid" },
    });
    expect((await ask(away.deps)).of["tls"]).toMatchObject({ state: "warn" });
  });

  test.skipIf(process.platform === "win32")("finds what others may read", async () => {
    await using shop = await opened();
    const { dataFolder } = shop.deps.config;
    chmodSync(dataFolder, 0o700);
    for (const name of ["shop.db", "shop.db-wal", "shop.db-shm"])
      if (existsSync(join(dataFolder, name))) chmodSync(join(dataFolder, name), 0o600);
    expect((await ask(shop.deps)).of["modes"]?.state).toBe("ok");
    writeFileSync(join(dataFolder, "secret"), "x", { mode: 0o644 });
    const { of } = await ask(shop.deps);
    expect([of["modes"]?.state, of["modes"]?.mend?.includes("chmod go-rwx")]).toEqual(["fail", true]);
  });

  test("knows the age of the newest backup", async () => {
    await using shop = await opened();
    if (!shop.deps.config.databaseUrl.startsWith("sqlite:")) return;
    const folder = join(shop.deps.config.dataFolder, "backups");
    mkdirSync(folder);
    const file = join(folder, "shop-1.tar.gz");
    writeFileSync(file, "");
    for (const [days, state] of [
      [0, "ok"],
      [3, "warn"],
      [9, "fail"],
    ] as const) {
      const at = new Date(shop.clock.now().getTime() - days * 86_400_000);
      utimesSync(file, at, at);
      expect((await ask(shop.deps)).of["backups"]?.state, `${days} days`).toBe(state);
    }
  });

  test("asks the mail server, which may be away or have no address to send from", async () => {
    const office = await openPostOffice();
    const env = { PUSHCART_SECRET: "x".repeat(40), SMTP_URL: office.url, PUSHCART_MAIL_FROM: "stall@shop.example" };
    await using shop = await opened({ env });
    expect((await ask(shop.deps)).of["mail"]).toMatchObject({ state: "ok" });
    await office.close();
    expect((await ask(shop.deps)).of["mail"]).toMatchObject({ state: "fail" });
    await using nameless = await opened({ env: { ...env, PUSHCART_MAIL_FROM: "" } });
    await nameless.deps.store.write((tx) => saveShop(tx, { email: "" }));
    expect((await ask(nameless.deps)).of["mail"]?.mend).toContain("PUSHCART_MAIL_FROM");
  });

  test("finds a clock that went back behind the books, and staff without a second factor", async () => {
    await using shop = await opened();
    await owner(shop);
    expect((await ask(shop.deps)).of["clock"]?.state).toBe("ok");
    expect((await ask(shop.deps)).of["staff"]).toMatchObject({ state: "warn" });
    const at = new Date(shop.clock.now().getTime() + 3_600_000);
    await shop.deps.store.write((tx) =>
      tx.insert(auditLog).values({ id: "z", at, who: "guest", act: "x", detail: null }),
    );
    expect((await ask(shop.deps)).of["clock"]).toMatchObject({ state: "fail" });
  });
});
