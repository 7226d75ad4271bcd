import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isLoopback } from "../config.ts";
import type { Deps } from "../deps.ts";
import { examples, exitCodes, type AddCommand } from "./context.ts";

type Finding = { readonly what: string; readonly state: "ok" | "warn" | "bad"; readonly say: string };

const day = 86_400_000;

/** `pushcart doctor`: looks the installation over and says what to mend. Exit code 1 when something is bad. */
export const doctorCommand: AddCommand = (program, context) => {
  program
    .command("doctor")
    .description("look the installation over")
    .addHelpText("before", examples("doctor", "doctor --json"))
    .action(async () => {
      const cli = context();
      const findings = await examine(await cli.open());
      cli.exitCode = findings.some(({ state }) => state === "bad") ? exitCodes.failed : exitCodes.ok;
      if (cli.json) return cli.out(JSON.stringify(findings));
      const signs = { ok: "ok  ", warn: "look", bad: "BAD " };
      for (const { what, state, say } of findings) cli.out(`${signs[state]}  ${what.padEnd(10)} ${say}`);
    });
};

async function examine(deps: Deps): Promise<Finding[]> {
  return [await database(deps), disk(deps), secret(deps), address(deps), mail(deps), backups(deps)];
}

async function database({ store }: Deps): Promise<Finding> {
  const started = performance.now();
  await store.check();
  return { what: "database", state: "ok", say: `answers in ${Math.ceil(performance.now() - started)} ms` };
}

function disk({ config }: Deps): Finding {
  const { bavail, blocks, bsize } = statfsSync(config.dataFolder);
  const free = Math.round((bavail / blocks) * 100);
  const megabytes = Math.round((bavail * bsize) / 1024 / 1024);
  return { what: "disk", state: free < 3 ? "bad" : free < 10 ? "warn" : "ok", say: `${free}% free (${megabytes} MB)` };
}

function secret({ config }: Deps): Finding {
  const path = join(config.dataFolder, "secret");
  if (config.secret !== "") return { what: "secret", state: "ok", say: "from the environment" };
  const mode = existsSync(path) ? statSync(path).mode & 0o777 : 0;
  const open = (mode & 0o077) !== 0;
  return {
    what: "secret",
    state: open ? "bad" : "ok",
    say: open ? `others may read ${path}: chmod 600 it` : "only its owner may read it",
  };
}

function address({ config }: Deps): Finding {
  if (config.secure) return { what: "address", state: "ok", say: `${config.url}, with TLS in front` };
  const local = isLoopback(new URL(config.url).hostname);
  const say = local
    ? `${config.url}: for this machine only; set PUSHCART_URL before selling`
    : `${config.url} is not https: put TLS in front`;
  return { what: "address", state: local ? "warn" : "bad", say };
}

function mail({ config }: Deps): Finding {
  return config.smtpUrl === ""
    ? { what: "mail", state: "warn", say: "no SMTP_URL: letters are kept in the shop (Admin, Letters) and not sent" }
    : { what: "mail", state: "ok", say: `sent by ${new URL(config.smtpUrl).hostname}` };
}

function backups({ config, now }: Deps): Finding {
  const folder = join(config.dataFolder, "backups");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".tar.gz")) : [];
  const newest = Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs));
  if (newest === 0)
    return {
      what: "backups",
      state: "warn",
      say: "none yet: run `pushcart backup` each night and keep the file elsewhere",
    };
  const days = Math.floor((now().getTime() - newest) / day);
  return {
    what: "backups",
    state: days > 7 ? "warn" : "ok",
    say: days === 0 ? "the newest is of today" : `the newest is ${days} days old`,
  };
}
