import { createReadStream, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { checkSqlite, snapshotSqlite } from "#db/backup.ts";
import { sqlitePath } from "#db/open.ts";
import type { Config } from "../config.ts";
import { version } from "../version.ts";
import { CliError, examples, exitCodes, type AddCommand, type CliContext } from "./context.ts";
import { makeDataFolder } from "./data-folder.ts";

type Manifest = {
  readonly pushcart: string;
  readonly madeAt: string;
  readonly pictures: number;
  readonly orders: number;
};

const databaseFile = (config: Config) => sqlitePath(config.databaseUrl);

function needsSqlite(config: Config): void {
  if (config.databaseUrl.startsWith("sqlite:")) return;
  throw new CliError(
    "This shop keeps its data in PostgreSQL, whose own tools make the better backup.\n  mend: use pg_dump for the database and copy the data folder's pictures beside it",
    exitCodes.usage,
  );
}

/** `pushcart backup [file]`: database (a snapshot, made while the shop goes on) and pictures in one file, then checked. */
export const backupCommand: AddCommand = (program, context) => {
  program
    .command("backup")
    .description("write everything to one file and check it")
    .argument("[file]", "where to; a name with the date in the data folder's backups otherwise")
    .addHelpText("before", examples("backup", "backup /mnt/safe/shop.tar.gz"))
    .action(async (wanted: string | undefined) => {
      const cli = context();
      const config = cli.config();
      needsSqlite(config);
      await cli.open(); // makes and migrates the database where there is none yet
      const stamp = cli.outside.now().toISOString().replaceAll(/[-:]/g, "").slice(0, 15);
      const file = resolve(wanted ?? join(config.dataFolder, "backups", `shop-${stamp}.tar.gz`));
      if (existsSync(file))
        throw new CliError(`${file} is there already and is left alone.\n  mend: name another file`, exitCodes.usage);
      const manifest = await writeBackup(config, file, cli);
      const bytes = statSync(file).size;
      if (cli.json) return cli.out(JSON.stringify({ file, bytes, ...manifest }));
      cli.say(
        `Saved ${manifest.orders} orders and ${manifest.pictures} pictures (${Math.ceil(bytes / 1024)} KB), and read it back: sound.`,
      );
      cli.out(file);
    });
};

async function writeBackup(config: Config, file: string, cli: CliContext): Promise<Manifest> {
  makeDataFolder(dirname(file));
  const folder = mkdtempSync(join(dirname(file), ".backup-"));
  try {
    const snapshot = join(folder, "shop.db");
    snapshotSqlite(databaseFile(config), snapshot);
    const { orders } = checkSqlite(snapshot);
    const pictures = picturesOf(config);
    const manifest = { pushcart: version, madeAt: cli.outside.now().toISOString(), pictures: pictures.length, orders };
    const parts: Record<string, string | Blob | Uint8Array> = {
      "manifest.json": JSON.stringify(manifest),
      "shop.db": await Bun.file(snapshot).bytes(),
    };
    for (const name of pictures)
      parts[`pictures/${name}`] = await Bun.file(join(config.dataFolder, "pictures", name)).bytes();
    const partial = join(folder, basename(file));
    // An archive that is handed to Bun.write whole goes out unpacked, whatever it was told.
    await Bun.write(partial, await new Bun.Archive(parts, { compress: "gzip" }).bytes());
    await readBackup(partial, join(folder, "check"));
    renameSync(partial, file);
    return manifest;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function picturesOf(config: Config): string[] {
  const folder = join(config.dataFolder, "pictures");
  return existsSync(folder) ? readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile()) : [];
}

/** A shop packs to a tenth or so. What is far smaller than what comes out of it would fill the memory. */
const mostTimes = 60;
const alwaysFine = 64 * 1024 * 1024;

async function isBomb(file: string): Promise<boolean> {
  const most = Math.max(alwaysFine, mostTimes * statSync(file).size);
  const unpacked = createReadStream(file).pipe(createGunzip());
  let bytes = 0;
  try {
    for await (const part of unpacked) {
      bytes += (part as Uint8Array).length;
      if (bytes > most) return true;
    }
  } catch {
    // What is wrong with it is said by who reads it.
  }
  return false;
}

/** Unpacks a backup into `folder` and checks the database in it. @throws CliError when it is not a sound backup. */
async function readBackup(file: string, folder: string): Promise<Manifest> {
  const damaged = (why: string) =>
    new CliError(`${file} is not a sound backup: ${why}.\n  mend: try an older one`, exitCodes.failed);
  if (await isBomb(file)) throw damaged("it unpacks to far more than a backup does");
  const archive = new Bun.Archive(await Bun.file(file).bytes());
  const files = await archive.files().catch((cause: unknown) => {
    throw damaged(cause instanceof Error ? cause.message : "it cannot be unpacked");
  });
  const manifestFile = files.get("manifest.json");
  const database = files.get("shop.db");
  if (!manifestFile || !database) throw damaged("it holds no manifest or no database");
  const manifest = (await manifestFile.json()) as Manifest;
  for (const [name, content] of files) {
    if (name === "shop.db" || /^pictures\/[a-z0-9][\w.-]*$/i.test(name)) await Bun.write(join(folder, name), content);
  }
  const { trouble, orders } = checkSqlite(join(folder, "shop.db"));
  if (trouble !== undefined) throw damaged(trouble);
  if (orders !== manifest.orders) throw damaged(`it should hold ${manifest.orders} orders and holds ${orders}`);
  return manifest;
}

/** `pushcart restore <file>`: checks the backup first, and keeps what was there under another name. */
export const restoreCommand: AddCommand = (program, context) => {
  program
    .command("restore")
    .description("put a backup in place of the shop's data")
    .argument("<file>", "what `pushcart backup` wrote")
    .option("--check", "only check the file")
    .option("--yes", "replace a shop that is there already")
    .addHelpText("before", examples("restore --check shop.tar.gz", "restore shop.tar.gz --yes"))
    .action(async (file: string, options: { check?: boolean; yes?: boolean }) => {
      const cli = context();
      const config = cli.config();
      needsSqlite(config);
      if (!existsSync(file)) throw new CliError(`There is no file ${file}.\n  mend: check the name`, exitCodes.usage);
      makeDataFolder(config.dataFolder);
      const folder = mkdtempSync(join(config.dataFolder, ".restore-"));
      try {
        const manifest = await readBackup(file, folder);
        if (!options.check) putInPlace(config, folder, options.yes === true, cli);
        if (cli.json) return cli.out(JSON.stringify({ ...manifest, restored: !options.check }));
        const what = `${manifest.orders} orders and ${manifest.pictures} pictures of ${manifest.madeAt}`;
        cli.say(options.check ? `Sound: ${what}.` : `Restored ${what}.`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
};

function putInPlace(config: Config, folder: string, yes: boolean, cli: CliContext): void {
  const database = databaseFile(config);
  const stamp = cli.outside.now().toISOString().replaceAll(/[-:]/g, "").slice(0, 15);
  const aside = join(config.dataFolder, "backups", `replaced-${stamp}`);
  if (existsSync(database)) {
    if (!yes) {
      throw new CliError(
        "There is a shop in the data folder already.\n  mend: stop it, then add --yes; its data is kept beside the backups",
        exitCodes.usage,
      );
    }
    makeDataFolder(aside);
    for (const ending of ["", "-wal", "-shm"]) {
      if (existsSync(database + ending)) renameSync(database + ending, join(aside, `shop.db${ending}`));
    }
  }
  const pictures = join(config.dataFolder, "pictures");
  if (existsSync(pictures)) {
    makeDataFolder(aside);
    renameSync(pictures, join(aside, "pictures"));
  }
  renameSync(join(folder, "shop.db"), database);
  if (existsSync(join(folder, "pictures"))) renameSync(join(folder, "pictures"), pictures);
}
