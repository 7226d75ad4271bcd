import { emailKeyOf, isEmail } from "../accounts/account.ts";
import { endFactor } from "../accounts/second-factor.ts";
import { setupLink } from "../accounts/setup-link.ts";
import { roles } from "../accounts/permissions.ts";
import { findStaff, insertStaff, listStaff, setStaffHash } from "../accounts/staff-store.ts";
import { audit, endSessionsOf } from "../accounts/store.ts";
import { isDuplicate } from "#db/faults.ts";
import { paths } from "../paths.ts";
import { CliError, examples, exitCodes, type AddCommand } from "./context.ts";
import { addStaffActs, readRole } from "./staff-acts.ts";
import { readPassword } from "./read-password.ts";

/** `pushcart staff`: who may come to the desk. */
export const staffCommand: AddCommand = (program, context) => {
  const command = program.command("staff").description("invite, list and shut out those who may come to the desk");
  const adds = "staff add ines@shop.example --name Ines --role packer < password.txt";
  command.addHelpText(
    "before",
    examples("staff list", "staff invite pia@shop.example --role packer", adds, "staff link"),
  );

  command
    .command("list", { isDefault: true })
    .description("who may come to the desk")
    .action(async () => {
      const cli = context();
      const rows = await listStaff((await cli.open()).store.read);
      if (cli.json) return cli.out(JSON.stringify(rows));
      if (rows.length === 0) cli.say("Nobody yet: `pushcart staff link` prints a link that makes the owner's account.");
      for (const { email, displayName, role, state } of rows)
        cli.out(`${role.padEnd(8)} ${email}  ${displayName}${state === "active" ? "" : `  (${state})`}`);
    });

  command
    .command("link")
    .description("a new one-time link that makes the owner's account")
    .action(async () => {
      const cli = context();
      const path = await setupLink(await cli.open());
      if (path === undefined)
        throw new CliError(
          "The shop has an owner already.\n  mend: pushcart staff reset <email> sets a new password",
          exitCodes.usage,
        );
      cli.out(`${cli.config().url}${path}`);
    });

  command
    .command("add")
    .addHelpText("before", examples(adds))
    .description("add somebody; the password is read from standard input")
    .argument("<email>")
    .option("--name <name>", "how they are called", "")
    .option("--role <role>", roles.join(", "), "packer")
    .action(async (typed: string, options: { name: string; role: string }) => {
      const cli = context();
      const email = typed.trim();
      if (!isEmail(email)) throw new CliError(`"${email}" is not an email address.`, exitCodes.usage);
      const role = readRole(options.role);
      const password = await readPassword(cli);
      const { store, passwords, newId, now } = await cli.open();
      const row = {
        id: newId(),
        email,
        emailKey: emailKeyOf(email),
        displayName: options.name || email,
        role,
      };
      const passwordHash = await passwords.hash(password);
      try {
        await store.write(async (tx) => {
          await insertStaff(tx, { ...row, passwordHash, createdAt: now() });
          await audit(tx, { id: newId(), at: now(), who: "command", act: "add staff", subject: row.id });
        });
      } catch (error) {
        if (isDuplicate(error)) throw new CliError(`${email} may come to the desk already.`, exitCodes.usage);
        throw error;
      }
      cli.say(`${row.displayName} may come to the desk as ${row.role}: ${cli.config().url}${paths.adminLogin}`);
      if (cli.json) cli.out(JSON.stringify({ id: row.id, email, role: row.role }));
    });

  addStaffActs(command, context);

  command
    .command("reset")
    .addHelpText("before", examples("staff reset ines@shop.example < password.txt"))
    .description("set a new password, read from standard input, and sign them out everywhere")
    .argument("<email>")
    .action(async (email: string) => {
      const cli = context();
      const password = await readPassword(cli);
      const { store, passwords, newId, now } = await cli.open();
      const found = await findStaff(store.read, emailKeyOf(email));
      if (!found) throw new CliError(`Nobody with the address ${email} may come to the desk.`, exitCodes.usage);
      const hash = await passwords.hash(password);
      await store.write(async (tx) => {
        await setStaffHash(tx, found.id, hash);
        await endSessionsOf(tx, "admin", found.id);
        await audit(tx, { id: newId(), at: now(), who: "command", act: "reset password", subject: found.id });
      });
      cli.say(`${email} has a new password and is signed out everywhere.`);
    });

  command
    .command("otp")
    .addHelpText("before", examples("staff otp --reset ines@shop.example"))
    .description("take the second step off an account whose app and recovery codes are lost")
    .requiredOption("--reset <email>", "whose")
    .action(async ({ reset: email }: { reset: string }) => {
      const cli = context();
      const deps = await cli.open();
      const found = await findStaff(deps.store.read, emailKeyOf(email));
      if (!found) throw new CliError(`Nobody with the address ${email} may come to the desk.`, exitCodes.usage);
      const owner = `staff:${found.id}`;
      const had = await endFactor(deps, owner, "", "command");
      await deps.store.write((tx) => endSessionsOf(tx, "admin", found.id));
      await deps.limits.forget(["secondFactor", owner]);
      cli.say(
        had
          ? `${email} signs in with the password alone, and is signed out everywhere.`
          : `${email} had no second step.`,
      );
    });
};
