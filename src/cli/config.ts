import { version } from "../version.ts";
import { examples, type AddCommand } from "./context.ts";

const hidden = (value: string) => (value === "" ? "" : "(set)");

/** `pushcart config`: the settings as they are read, secrets hidden; `config check` only says whether they are sound. */
export const configCommand: AddCommand = (program, context) => {
  const command = program.command("config").description("show or check the settings of the environment");
  command.addHelpText("before", examples("config", "config check", "--env-file shop.env config check"));
  command
    .command("show", { isDefault: true })
    .description("print the settings in force")
    .action(() => {
      const cli = context();
      const { has: _, ...settings } = cli.config();
      const smtpUrl = settings.smtpUrl.replace(/\/\/.*@/, "//(hidden)@");
      const databaseUrl = settings.databaseUrl.replace(/\/\/.*@/, "//(hidden)@");
      const shown = {
        ...settings,
        secret: hidden(settings.secret),
        secretBefore: hidden(settings.secretBefore),
        smtpUrl,
        databaseUrl,
      };
      if (cli.json) return cli.out(JSON.stringify(shown));
      for (const [name, value] of Object.entries(shown))
        cli.out(`${name.padEnd(16)} ${Array.isArray(value) ? value.join(", ") : String(value)}`);
    });
  command
    .command("check")
    .description("exit with 3 and a list when something is wrong")
    .action(() => {
      const cli = context();
      cli.config();
      cli.say("The settings are sound.");
    });
};

/** `pushcart version` */
export const versionCommand: AddCommand = (program, context) => {
  program
    .command("version")
    .description("print the version")
    .addHelpText("before", examples("version", "version --json"))
    .action(() => {
      const cli = context();
      cli.out(cli.json ? JSON.stringify({ version, bun: Bun.version }) : version);
    });
};
