import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { exportCatalog } from "../catalog/export/export-catalog.ts";
import { loadPictureFiles } from "../catalog/export/store.ts";
import type { Deps } from "../deps.ts";
import { embeddedFolder } from "../embedded.ts";
import { loadShop } from "../settings/store.ts";
import { CliError, exitCodes, type AddCommand } from "./context.ts";

type Options = { readonly pictures?: boolean };

const help = `Examples:
  pushcart export shop.csv             the whole catalogue, as pushcart import takes it
  pushcart export shop.csv --pictures  with the pictures in a folder beside it
  pushcart export | gzip > shop.csv.gz
`;

/** `pushcart export [FILE]`: the catalogue as Pushcart's own CSV. */
export const exportCommand: AddCommand = (program, context) => {
  program
    .command("export")
    .description("write the catalogue as CSV, as import takes it")
    .argument("[file]", "where to; standard output otherwise")
    .option("--pictures", "copy the shop's own pictures into a folder beside the file")
    .addHelpText("before", help)
    .action(async (file: string | undefined, options: Options) => {
      const cli = context();
      if (options.pictures && file === undefined) {
        throw new CliError("Pictures go beside a file.\n  mend: pushcart export shop.csv --pictures", exitCodes.usage);
      }
      const deps = await cli.open();
      const { currency } = await loadShop(deps.store.read);
      const pieces = exportCatalog(deps.store.read, currency);
      if (file === undefined) {
        for await (const piece of pieces) if (piece !== "") cli.out(piece.slice(0, -1));
        return;
      }
      const bytes = await writeFile(resolve(file), pieces);
      const pictures = options.pictures ? await copyPictures(deps, dirname(resolve(file))) : 0;
      if (cli.json) return cli.out(JSON.stringify({ file: resolve(file), bytes, pictures }));
      cli.out(resolve(file));
      cli.say(
        `${Math.ceil(bytes / 1024)} KB${pictures > 0 ? ` and ${pictures} pictures` : ""}. To load it: pushcart import ${file}`,
      );
    });
};

/** Under its name stands a whole file or none. The mark at its start tells spreadsheets that it is UTF-8. */
async function writeFile(path: string, pieces: AsyncIterable<string>): Promise<number> {
  const partial = `${path}.part`;
  const file = await open(partial, "w");
  let bytes = 0;
  try {
    bytes += (await file.write("\ufeff")).bytesWritten;
    for await (const piece of pieces) bytes += (await file.write(piece)).bytesWritten;
    await file.sync();
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
  await rename(partial, path);
  return bytes;
}

/** Pictures without an address of their own, under the names that the file has for them. */
async function copyPictures({ store, config }: Deps, folder: string): Promise<number> {
  const target = join(folder, "pictures");
  const folders = [join(config.dataFolder, "pictures"), join(embeddedFolder("demo"), "pictures")];
  let copied = 0;
  for (const { name, file } of await loadPictureFiles(store.read)) {
    const from = folders.map((each) => join(each, file)).find((path) => existsSync(path));
    const to = resolve(target, name);
    if (!from || !to.startsWith(target + sep)) continue;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
    copied += 1;
  }
  return copied;
}
