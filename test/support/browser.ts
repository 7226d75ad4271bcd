import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-prefers-reduced-motion",
];

const installed = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const root = join(import.meta.dir, "../..");
const cache = join(root, "node_modules/.cache");

/**
 * Unpacks the Chromium that @sparticuz/chromium ships for Linux, once for each version of it, into a folder beside the packages:
 * 200 MB that nobody takes away when `bun test` ends. It brings its NSS libraries only where it takes the machine for a
 * Lambda of Amazon Linux 2023, and looks for everything in the temporary folder.
 */
async function unpacked(): Promise<string> {
  const { devDependencies } = (await Bun.file(join(root, "package.json")).json()) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  const folder = join(cache, `chromium-${devDependencies["@sparticuz/chromium"]}`);
  if (existsSync(folder)) {
    keepFontConfig(folder);
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, "unpacking-"));
  await unpack(making);
  writeFileSync(join(making, "fonts.conf"), fontConfig(folder));
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another was quicker
  }
  return folder;
}

async function unpack(folder: string): Promise<void> {
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** A folder that was unpacked by an older version of this file has older settings. */
function keepFontConfig(folder: string): void {
  const path = join(folder, "fonts.conf");
  const wanted = fontConfig(folder);
  if (readFileSync(path, "utf8") !== wanted) writeFileSync(path, wanted);
}

/**
 * Its own font settings name folders of a Lambda; without any font the browser ends itself at the first letter. The face that
 * comes along is the one for plain text, in every weight: else a machine's own bold serifs stand in for the half bold.
 */
const fontConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir><config></config>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;

/** A real Chromium: the one that comes along on Linux x64, elsewhere one that is installed (CHROMIUM names it). */
export async function launchBrowser(...more: readonly string[]): Promise<Browser> {
  const args = [...quiet, ...more];
  if (process.platform !== "linux" || process.arch !== "x64" || process.env.CHROMIUM) {
    const executablePath = installed.find((path) => path !== "" && existsSync(path));
    if (!executablePath)
      throw new Error("There is no Chromium to test with.\n  mend: install one, or name it in CHROMIUM");
    return chromium.launch({ executablePath, args });
  }
  const folder = await unpacked();
  const home = {
    HOME: folder,
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
    LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
  };
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args,
    env: { ...process.env, ...home } as Record<string, string>,
  });
}
