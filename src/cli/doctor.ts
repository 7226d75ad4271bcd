import { examples, exitCodes, type AddCommand } from "./context.ts";
import { backups, modes, secret, space } from "./doctor/disk.ts";
import { messageOf, type Examine, type Finding } from "./doctor/finding.ts";
import { address, clock, database, mail, staff, tls } from "./doctor/reach.ts";
import { who } from "./doctor/who.ts";
import type { Deps } from "../deps.ts";

const all: readonly (readonly [what: string, examine: Examine])[] = [
  ["database", database],
  ["disk", space],
  ["secret", secret],
  ["modes", modes],
  ["clock", clock],
  ["address", address],
  ["tls", tls],
  ["mail", mail],
  ["backups", backups],
  ["staff", staff],
  ["shop", who],
];

/** `pushcart doctor`: looks the installation over; each line says ok, warn or fail, and what to do. Exit code 1 at a fail. */
export const doctorCommand: AddCommand = (program, context) => {
  program
    .command("doctor")
    .description("look the installation over: each line says ok, warn or fail, and what to do")
    .addHelpText("before", examples("doctor", "doctor --json"))
    .action(async () => {
      const cli = context();
      const deps = await cli.open();
      const findings = await Promise.all(all.map((each) => examined(each, deps)));
      cli.exitCode = findings.some(({ state }) => state === "fail") ? exitCodes.failed : exitCodes.ok;
      if (cli.json) return cli.out(JSON.stringify(findings));
      for (const { what, state, say, mend } of findings) {
        cli.out(`${state.padEnd(4)}  ${what.padEnd(9)} ${say}`);
        if (mend !== undefined) cli.out(`${" ".repeat(16)}mend: ${mend}`);
      }
    });
};

/** A check that breaks is a finding of its own, and keeps none of the others from being told. */
async function examined([what, examine]: (typeof all)[number], deps: Deps): Promise<Finding> {
  try {
    return await examine(deps);
  } catch (cause) {
    return { what, state: "fail", say: `could not be looked at: ${messageOf(cause)}`, mend: "see the log" };
  }
}
