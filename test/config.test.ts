import { describe, expect, test } from "bun:test";
import { readConfig } from "#src/config.ts";

const trouble = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("readConfig", () => {
  test("needs nothing", () => {
    const config = readConfig({});
    expect(config.port).toBe(3000);
    expect(config.url).toBe("http://localhost:3000");
    expect(config.databaseUrl).toBe("sqlite:./data/shop.db");
    expect(config.secure).toBe(false);
  });

  test("takes an empty variable for one that is not set", () => {
    const empty = { PORT: "", DATABASE_URL: "", PUSHCART_URL: "", LOG_LEVEL: "", PUSHCART_DATA: "" };
    expect(readConfig(empty).databaseUrl).toBe("sqlite:./data/shop.db");
  });

  test("lists all that is wrong together, each with its mend", () => {
    const said = trouble({
      PORT: "x",
      PUSHCART_URL: "shop",
      PUSHCART_SECRET: "short",
      DATABASE_URL: "mysql://a",
      LOG_LEVEL: "loud",
      SMTP_URL: "mail",
    });
    for (const name of ["PORT", "PUSHCART_URL", "PUSHCART_SECRET", "DATABASE_URL", "LOG_LEVEL", "SMTP_URL"])
      expect(said).toContain(`  ${name} `);
    expect(said.match(/mend: /g)?.length).toBe(6);
  });

  test("does not print a password that stands in an address", () => {
    expect(trouble({ DATABASE_URL: "mysql://me:hunter2@db/shop" })).not.toContain("hunter2");
  });

  test("lifts limits on this machine only", () => {
    expect(readConfig({ PUSHCART_LIFT_LIMITS: "yes" }).liftLimits).toBe(true);
    expect(trouble({ PUSHCART_LIFT_LIMITS: "yes", PUSHCART_URL: "https://shop.example" })).toContain(
      "PUSHCART_LIFT_LIMITS",
    );
  });

  test("refuses a sample secret where the shop is public", () => {
    const env = { PUSHCART_URL: "https://shop.example", PUSHCART_SECRET: "change-me-change-me-change-me-change-me" };
    expect(trouble(env)).toContain("looks like a sample");
  });

  test("switches features off by name and refuses unknown names", () => {
    expect(readConfig({ PUSHCART_FEATURES: "-likes" }).has("likes")).toBe(false);
    expect(readConfig({}).has("likes")).toBe(true);
    expect(trouble({ PUSHCART_FEATURES: "-rockets" })).toContain("rockets");
  });
});
