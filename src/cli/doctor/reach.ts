import { isLoopback } from "../../config.ts";
import { isMailbox } from "../../mail/letter.ts";
import { tryTransport } from "../../mail/transport.ts";
import { paths } from "../../paths.ts";
import { fail, messageOf, ok, warn, type Examine } from "./finding.ts";
import { countFailedLetters, countStaff, loadNewest } from "./store.ts";

const patience = 5000;
const day = 86_400_000;

export const database: Examine = async ({ store }) => {
  const started = performance.now();
  try {
    await store.stamp(["settings"]);
  } catch (cause) {
    return fail("database", `does not answer: ${messageOf(cause)}`, "check DATABASE_URL, and that the server runs");
  }
  return ok("database", `answers in ${Math.ceil(performance.now() - started)} ms`);
};

/** A clock that went back makes orders older than those before them, and sessions longer than they are. */
export const clock: Examine = async ({ store, now }) => {
  const mend = "set this machine's clock by the network (NTP)";
  const newest = await loadNewest(store.read);
  const ahead = newest === undefined ? 0 : Math.round((newest.getTime() - now().getTime()) / 1000);
  if (ahead > 60) return fail("clock", `is ${ahead} seconds behind what the books know already`, mend);
  if (now().getUTCFullYear() < 2025) return fail("clock", `says ${now().toISOString()}`, mend);
  return ok("clock", now().toISOString());
};

export const address: Examine = ({ config }) => {
  const { hostname } = new URL(config.url);
  if (isLoopback(hostname))
    return warn(
      "address",
      `${config.url} is for this machine only`,
      "set PUSHCART_URL to the shop's own before selling",
    );
  if (!config.secure)
    return fail(
      "address",
      `${config.url} is plain http: whoever is on the way reads passwords`,
      "set PUSHCART_URL to https",
    );
  return ok("address", config.url);
};

/** Whether somebody answers there by TLS that browsers take, and whether that one is known as a proxy. */
export const tls: Examine = async ({ config }) => {
  if (!config.secure) return warn("tls", "the shop's address is not https", "put a proxy with TLS in front");
  try {
    const options = { redirect: "manual", signal: AbortSignal.timeout(patience) } as const;
    const { status } = await fetch(`${config.url}${paths.health}`, options);
    if (status !== 200) return warn("tls", `${config.url} answers with ${status}`, "start the shop, then ask again");
  } catch (cause) {
    const said = messageOf(cause);
    return /certificate|self.signed|CERT|altnames/i.test(said)
      ? fail("tls", `browsers will not take the certificate: ${said}`, "renew it, for this very name")
      : warn("tls", `${config.url} cannot be reached from here: ${said}`, "start the shop, and check name and proxy");
  }
  if (config.trustedProxies.length > 0)
    return ok("tls", `${config.url} answers, with a certificate that browsers take`);
  return warn(
    "tls",
    "no proxy is trusted: all visitors seem to come from one address, and share its limits",
    "set TRUSTED_PROXIES to the address of the proxy in front",
  );
};

export const mail: Examine = async ({ config, store, shop, now }) => {
  if (config.smtpUrl === "")
    return warn(
      "mail",
      "letters are kept in the shop (Letters, at the desk) and not sent",
      "set SMTP_URL to send them",
    );
  const { hostname } = new URL(config.smtpUrl);
  const from = config.mailFrom || (await shop.read()).email;
  if (!isMailbox(from))
    return fail("mail", "the shop has no address to send from", "set PUSHCART_MAIL_FROM, or the shop's email");
  try {
    await tryTransport(config.smtpUrl, patience);
  } catch (cause) {
    return fail(
      "mail",
      `${hostname} does not take us: ${messageOf(cause)}`,
      "check SMTP_URL: host, port, name, password",
    );
  }
  const failed = await countFailedLetters(store.read, new Date(now().getTime() - 7 * day));
  if (failed > 0) return warn("mail", `${failed} letters of this week did not go`, "see Letters at the desk for why");
  return ok("mail", `sent by ${hostname}, from ${from}`);
};

export const staff: Examine = async ({ store }) => {
  const { owners, active, bare } = await countStaff(store.read);
  if (owners === 0) return warn("staff", "nobody owns the shop yet", "open the link that `pushcart staff link` prints");
  const say = `${active} may come to the desk, ${owners} as owner`;
  if (bare === 0) return ok("staff", `${say}; all by a second factor`);
  return warn("staff", `${say}; ${bare} by a password alone`, "let them set up a second factor at the desk");
};
