import type { Command } from "commander";
import { emailKeyOf, isEmail } from "../accounts/account.ts";
import { inviteAgain, inviteHours, inviteStaff } from "../accounts/invite-staff.ts";
import { isRole, roles, type Role } from "../accounts/permissions.ts";
import {
  changeRole,
  disableMember,
  enableMember,
  refusalWords,
  signOutMember,
  type StaffAct,
  type StaffStep,
} from "../accounts/staff-acts.ts";
import { findStaff } from "../accounts/staff-store.ts";
import type { Tx } from "#db/open.ts";
import { CliError, examples, exitCodes, type CliContext } from "./context.ts";

export function readRole(text: string): Role {
  if (isRole(text)) return text;
  throw new CliError(`There is no role "${text}".\n  mend: choose one of ${roles.join(", ")}`, exitCodes.usage);
}

/** What the desk's staff page does, from the command line: invite, role, disable, enable, sign out. */
export function addStaffActs(command: Command, context: () => CliContext): void {
  command
    .command("invite")
    .addHelpText("before", examples("staff invite pia@shop.example --role packer"))
    .description(`write to somebody, with a link that works once, for ${inviteHours} hours; prints the link as well`)
    .argument("<email>")
    .option("--role <role>", roles.join(", "), "packer")
    .action((email: string, options: { role: string }) => invite(context(), email.trim(), options.role));

  command
    .command("role")
    .addHelpText("before", examples("staff role pia@shop.example manager"))
    .description("give somebody another role; it counts at their next request")
    .argument("<email>")
    .argument("<role>", roles.join(", "))
    .action((email: string, text: string) => {
      const role = readRole(text);
      return act(context(), email, `is ${role} now`, (tx, by, id) => changeRole(tx, by, { id, role }));
    });

  for (const [name, description, said, work] of [
    ["disable", "shut somebody out, at once and in every browser", "is shut out", disableMember],
    ["enable", "let somebody in again who was shut out", "may come in again", enableMember],
    ["sign-out", "sign somebody out everywhere", "is signed out everywhere", signOutMember],
  ] as const) {
    command
      .command(name)
      .addHelpText("before", examples(`staff ${name} pia@shop.example`))
      .description(description)
      .argument("<email>")
      .action((email: string) => act(context(), email, said, work));
  }
}

async function invite(cli: CliContext, email: string, role: string): Promise<void> {
  if (!isEmail(email)) throw new CliError(`"${email}" is not an email address.`, exitCodes.usage);
  const wanted = readRole(role);
  const deps = await cli.open();
  const by = { by: undefined, address: "" };
  const asked = await inviteStaff(deps, { email, role: wanted }, by);
  const waiting = asked.ok ? undefined : await findStaff(deps.store.read, emailKeyOf(email));
  const path = asked.ok ? asked.path : waiting && (await inviteAgain(deps, waiting.id, by));
  if (path === undefined)
    throw new CliError(
      `${email} has a place at the desk already.\n  mend: pushcart staff role ${email} ${wanted}`,
      exitCodes.usage,
    );
  const link = `${cli.config().url}${path}`;
  cli.say(`${email} may make an account as ${waiting?.role ?? wanted}, once, within ${inviteHours} hours:`);
  cli.out(cli.json ? JSON.stringify({ email, role: waiting?.role ?? wanted, link }) : link);
}

type Work = (tx: Tx, act: StaffAct, id: string) => Promise<StaffStep>;

async function act(cli: CliContext, email: string, said: string, work: Work): Promise<void> {
  const { store, now, newId } = await cli.open();
  const found = await findStaff(store.read, emailKeyOf(email));
  if (!found) throw new CliError(`Nobody with the address ${email} may come to the desk.`, exitCodes.usage);
  const step = await store.write((tx) => work(tx, { by: undefined, address: "", at: now(), newId }, found.id));
  if (!step.ok) throw new CliError(step.why === "missing" ? "They are gone." : refusalWords[step.why], exitCodes.usage);
  cli.say(`${email} ${said}.`);
  const { id, role, state } = step.member;
  if (cli.json) cli.out(JSON.stringify({ id, email: found.email, role, state }));
}
