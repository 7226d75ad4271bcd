import { emailKeyOf } from "../accounts/account.ts";
import { findCustomer } from "../accounts/store.ts";
import { groupName } from "../promotions/group-name.ts";
import { joinGroup, leaveGroup, listGroups } from "../promotions/groups-store.ts";
import { CliError, examples, exitCodes, type AddCommand, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";

/** `pushcart customer`: which customers are in which group, for promotions that are for some. */
export const customerCommand: AddCommand = (program, context) => {
  const command = program.command("customer").description("put customers into groups, for which promotions may be");
  const puts = "customer group odile@example.com wholesale";
  command.addHelpText("before", examples("customer group", puts, `${puts} --remove`));
  command
    .command("group", { isDefault: true })
    .addHelpText("before", examples("customer group", puts, `${puts} --remove`))
    .description("who is in which group; with an address and a name, puts them in")
    .argument("[email]", "of an account")
    .argument("[group]", "such as wholesale")
    .option("--remove", "takes them out of it")
    .action((email: string | undefined, group: string | undefined, { remove = false }: { remove?: boolean }) => {
      const cli = context();
      return email === undefined || group === undefined ? list(cli, email) : change(cli, { email, group, remove });
    });
};

async function list(cli: CliContext, email: string | undefined): Promise<void> {
  const { store } = await cli.open();
  const members = await listGroups(store.read, email === undefined ? undefined : emailKeyOf(email));
  if (cli.json) return cli.out(JSON.stringify(members));
  if (members.length === 0) cli.say("Nobody is in a group. Put somebody in: pushcart customer group EMAIL GROUP");
  for (const member of members) cli.out(`${member.group}  ${member.email}`);
}

type Change = { readonly email: string; readonly group: string; readonly remove: boolean };

async function change(cli: CliContext, { email, group, remove }: Change): Promise<void> {
  const name = groupName(group);
  if (name === undefined)
    throw new CliError(
      `"${group.slice(0, 40)}" is no group: 1 to 40 letters, digits, spaces or hyphens.`,
      exitCodes.usage,
    );
  const deps = await cli.open();
  const changed = await deps.store.write(async (tx) => {
    const customer = await findCustomer(tx, emailKeyOf(email));
    if (!customer)
      throw new CliError(`No account has the address ${email}.\n  mend: they register first`, exitCodes.usage);
    const done = remove ? await leaveGroup(tx, customer.id, name) : await joinGroup(tx, customer.id, name);
    const act = remove ? "take out of a group" : "put into a group";
    if (done) await noteCommand(tx, deps, act, `customer:${customer.id}`, { group: name });
    return done;
  });
  if (cli.json) return cli.out(JSON.stringify({ email, group: name, in: !remove, changed }));
  cli.say(`${email} is ${remove ? "not " : ""}in "${name}"${changed ? "" : ", as before"}.`);
}
