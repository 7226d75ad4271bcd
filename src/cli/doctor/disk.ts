import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, warn, type Examine } from "./finding.ts";

const day = 86_400_000;

export const space: Examine = ({ config }) => {
  const { bavail, blocks, bsize } = statfsSync(config.dataFolder);
  const free = bavail / blocks;
  const share = free.toLocaleString("en", { style: "percent" });
  const say = `${share} free (${Math.round((bavail * bsize) / 1024 / 1024)} MB)`;
  if (free < 0.03) return fail("disk", say, "make room: below this, orders are refused");
  return free < 0.1 ? warn("disk", say, "make room before it is full: the shop then takes no orders") : ok("disk", say);
};

export const secret: Examine = ({ config }) => {
  if (config.secret !== "") return ok("secret", "from the environment");
  const path = join(config.dataFolder, "secret");
  return existsSync(path)
    ? ok("secret", `32 random bytes, kept in ${path}`)
    : fail("secret", `there is none in ${path}`, "start the shop once, which makes it, or set PUSHCART_SECRET");
};

/** Database, secret, backups and pictures are nobody else's to read on this machine. */
export const modes: Examine = ({ config }) => {
  if (process.platform === "win32") return ok("modes", "not looked at on Windows: keep the data folder to one user");
  const names = ["", "secret", "backups", "pictures", "shop.db", "shop.db-wal", "shop.db-shm"];
  const open = names
    .map((name) => join(config.dataFolder, name))
    .filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0);
  if (open.length === 0) return ok("modes", "only its owner may read the data folder");
  const mend = `chmod go-rwx ${open.join(" ")}`;
  return open.some((path) => /secret$|shop\.db/.test(path))
    ? fail("modes", `others on this machine may read ${open.join(", ")}`, mend)
    : warn("modes", `others on this machine may look into ${open.join(", ")}`, mend);
};

export const backups: Examine = ({ config, now }) => {
  if (!config.databaseUrl.startsWith("sqlite:"))
    return warn(
      "backups",
      "PostgreSQL keeps the data: whether it is saved is not seen from here",
      "run pg_dump each night, and copy the data folder's pictures beside it",
    );
  const folder = join(config.dataFolder, "backups");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".tar.gz")) : [];
  const newest = Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs));
  const nightly = "run `pushcart backup` each night, and keep the file on another machine";
  if (newest === 0) return warn("backups", "there is none in the data folder", nightly);
  const days = Math.max(0, Math.floor((now().getTime() - newest) / day));
  const say = days === 0 ? "the newest is of today" : `the newest is ${days} ${days === 1 ? "day" : "days"} old`;
  if (days > 7) return fail("backups", say, nightly);
  return days > 1 ? warn("backups", say, nightly) : ok("backups", say);
};
