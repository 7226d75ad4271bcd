type Env = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the settings, each with its mend: exit code 3. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** What can be switched off: `PUSHCART_FEATURES=-likes,-newsletter` leaves those two out. */
export const features = ["accounts", "coupons", "guide", "likes", "newsletter", "reviews"] as const;
export type Feature = (typeof features)[number];

const levels = ["fatal", "error", "warn", "info", "debug", "silent"];

/** Whether only this machine can reach the address. */
export const isLoopback = (hostname: string) =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

const listOf = (text: string | undefined) => (text ?? "").split(/[\s,]+/).filter((item) => item !== "");

/** Reads every setting once, at start. Names all that is wrong, and how to mend it, in one go. */
export function readConfig(given: Env) {
  const env = withoutEmpty(given);
  const wrong: string[] = [];
  const say = (name: string, trouble: string, mend: string) => wrong.push(`  ${name} ${trouble}\n    mend: ${mend}`);

  const port = Number(env.PORT ?? 3000);
  if (!/^\d{1,5}$/.test(env.PORT ?? "3000") || port > 65_535) {
    say("PORT", `is "${env.PORT}", not a port number`, "leave it out for 3000, or set 0 to 65535");
  }
  const url = readUrl(env.PUSHCART_URL, port, say);
  const secret = env.PUSHCART_SECRET ?? "";
  if (secret !== "" && Buffer.byteLength(secret) < 32) {
    say(
      "PUSHCART_SECRET",
      "is shorter than 32 bytes",
      "leave it out (one is made and kept in the data folder), or set 32 random bytes",
    );
  }
  if (/^(change|secret|example|password|test)/i.test(secret) && !isLoopback(url.hostname)) {
    say(
      "PUSHCART_SECRET",
      "looks like a sample",
      "leave it out, or set 32 random bytes, such as `openssl rand -base64 32` prints",
    );
  }
  const secretBefore = env.PUSHCART_SECRET_PREVIOUS ?? "";
  if (secretBefore !== "" && secret === "") {
    say(
      "PUSHCART_SECRET_PREVIOUS",
      "is set without PUSHCART_SECRET",
      "set both, or write the secret of before into the second line of the file `secret` in the data folder",
    );
  }
  const dataFolder = env.PUSHCART_DATA ?? "./data";
  const databaseUrl = env.DATABASE_URL ?? `sqlite:${dataFolder}/shop.db`;
  if (!/^(sqlite:.+|postgres(ql)?:\/\/.+)/.test(databaseUrl)) {
    say(
      "DATABASE_URL",
      `begins with "${databaseUrl.split(":")[0]}:"`,
      "use sqlite:<path> or postgres://user:password@host/name",
    );
  }
  const smtpUrl = env.SMTP_URL ?? "";
  if (smtpUrl !== "" && !/^smtps?:\/\/.+/.test(smtpUrl)) {
    say(
      "SMTP_URL",
      "is not an SMTP address",
      "use smtp://user:password@host:587, or leave it out to keep letters in the shop",
    );
  }
  const logLevel = env.LOG_LEVEL ?? "info";
  if (!levels.includes(logLevel)) say("LOG_LEVEL", `is "${logLevel}"`, `use one of ${levels.join(", ")}`);
  const liftLimits = env.PUSHCART_LIFT_LIMITS === "yes";
  if (liftLimits && !isLoopback(url.hostname)) {
    say("PUSHCART_LIFT_LIMITS", "is for benchmarks and tests, but the shop's address is public", "leave it out");
  }
  const off = readFeatures(env.PUSHCART_FEATURES, say);
  if (wrong.length > 0) throw new ConfigError(`Pushcart cannot start:\n${wrong.join("\n")}`);

  return Object.freeze({
    port,
    host: env.HOST ?? "0.0.0.0",
    /** Where people reach the shop, without a slash at the end. */
    url: url.origin,
    secure: url.protocol === "https:",
    hosts: Object.freeze([url.host, ...listOf(env.PUSHCART_HOSTS)].map((host) => host.toLowerCase())),
    trustedProxies: Object.freeze(listOf(env.TRUSTED_PROXIES)),
    dataFolder,
    databaseUrl,
    secret,
    /** What was signed and sealed by it is still read. */
    secretBefore,
    smtpUrl,
    mailFrom: env.PUSHCART_MAIL_FROM ?? "",
    logLevel,
    liftLimits,
    /** Started by `bun run dev`: open pages reload with the server. */
    development: env.PUSHCART_DEV === "yes",
    off: Object.freeze(features.filter((feature) => off.has(feature))),
    has: (feature: Feature) => !off.has(feature),
  });
}

export type Config = ReturnType<typeof readConfig>;

/** A variable that is set to nothing is as good as not set: that is how many tools leave one out. */
const withoutEmpty = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));

type Say = (name: string, trouble: string, mend: string) => void;

function readUrl(text: string | undefined, port: number, say: Say): URL {
  const fallback = new URL(`http://localhost:${port > 0 && port <= 65_535 ? port : 3000}`);
  if (text === undefined || text === "") return fallback;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.username === "")
    return url;
  say("PUSHCART_URL", `is "${text}"`, "set the shop's own address, such as https://shop.example, without a path");
  return fallback;
}

function readFeatures(text: string | undefined, say: Say): ReadonlySet<string> {
  const named = listOf(text);
  for (const name of named) {
    if (!features.some((feature) => name === `-${feature}` || name === feature)) {
      say(
        "PUSHCART_FEATURES",
        `names "${name}"`,
        `use names of this list, with - before those to leave out: ${features.join(", ")}`,
      );
    }
  }
  return new Set(named.filter((name) => name.startsWith("-")).map((name) => name.slice(1)));
}
