import { describe, expect, test } from "bun:test";
import { isCommon } from "#src/accounts/common-passwords.ts";
import { isWeak, passwordQueue } from "#src/accounts/passwords.ts";
import { ShopError } from "#src/web/shop-error.ts";

describe("hashing", () => {
  test("A02: argon2id with 19 MiB and two rounds, salted", async () => {
    const { hash, verify } = passwordQueue();
    const [one, two] = await Promise.all([hash("correct horse"), hash("correct horse")]);
    expect(one).toStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
    expect(one).not.toBe(two);
    expect([isWeak(one), await verify("correct horse", one), await verify("correct hors", one)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("A01: all of a long password counts, not its first 72 bytes", async () => {
    const { hash, verify } = passwordQueue();
    const long = "long ".repeat(40);
    expect(await verify(long.slice(0, 72), await hash(long))).toBe(false);
  });

  test("weaker hashes are told from ours", () => {
    const weak = [
      "$2b$12$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "$argon2i$v=19$m=19456,t=2,p=1$a$b",
      "$argon2id$v=19$m=4096,t=2,p=1$a$b",
      "$argon2id$v=19$m=19456,t=1,p=1$a$b",
      "",
    ];
    expect(weak.every(isWeak)).toBe(true);
  });

  test("a malformed hash is nobody's, without a word", async () => {
    const { verify } = passwordQueue();
    for (const hash of ["", "x", "$argon2id$", "$2b$12$short", "$argon2id$v=19$m=19456,t=2,p=1$!$!"])
      expect(await verify("correct horse", hash), hash).toBe(false);
  });

  test("S29: without a hash it is false, and was hashed all the same", async () => {
    const { hash, verify } = passwordQueue();
    const known = await hash("correct horse");
    const time = async (against: string | undefined) => {
      const started = performance.now();
      expect(await verify("wrong horse", against)).toBe(false);
      return performance.now() - started;
    };
    const times: [number, number][] = [];
    for (let each = 0; each < 5; each++) times.push([await time(undefined), await time(known)]);
    const least = [0, 1].map((at) => Math.min(...times.map((pair) => pair[at] ?? 0)));
    expect((least[0] ?? 0) / (least[1] ?? 1)).toBeGreaterThan(0.5);
  });

  test("A07: two at once, sixteen wait, the others are told when to come again", async () => {
    const { verify } = passwordQueue();
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => verify("x", undefined)));
    const refused = tries.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(12);
    expect(refused.every((error) => error instanceof ShopError && error.kind === "too_many" && error.retryAfter)).toBe(
      true,
    );
    expect(await verify("x", undefined)).toBe(false); // and the place is free again
  });
});

describe("common passwords", () => {
  test("A01: those at the top of every list are known, in capitals, too", () => {
    for (const password of ["password", "12345678", "Password1", "QWERTYUIOP", "iloveyou1", "trustno1", "pushcart123"])
      expect(isCommon(password), password).toBe(true);
  });

  test("others are not, nor is the licence of the list", () => {
    for (const password of [
      "correct horse battery",
      "hx7!qz9w",
      "",
      "#",
      "# persons to whom the software is furnished",
    ])
      expect(isCommon(password), password).toBe(false);
  });
});
