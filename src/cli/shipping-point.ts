import type { Command } from "commander";
import { listMethods, listPoints, saveShipping } from "../shipping/method-store.ts";
import { readPoint } from "../shipping/read-point.ts";
import { examples, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";
import { byOptions, freeId, shippingAdds } from "./shipping-add.ts";

type PointOptions = {
  readonly id?: string;
  readonly street: string;
  readonly city: string;
  readonly country: string;
  readonly postcode?: string;
  readonly region?: string;
  readonly hours?: string[];
  readonly note?: string;
  readonly dryRun?: boolean;
};

/** `pushcart shipping add-point`. */
export function addPointCommand(command: Command, context: () => CliContext): void {
  command
    .command("add-point")
    .addHelpText("before", examples(...shippingAdds.filter((each) => each.includes("add-point"))))
    .description("add a place where goods are fetched")
    .argument("<name>", "what shoppers see")
    .requiredOption("--street <street>", "street and number")
    .requiredOption("--city <town>", "town")
    .requiredOption("--country <code>", "two letters")
    .option("--postcode <postcode>", "postcode")
    .option("--region <region>", "such as WI")
    .option("--hours <lines...>", "when it is open")
    .option("--note <words>", "what else shoppers should know")
    .option("--id <id>", "what files and commands call it; made of the name otherwise")
    .option("--dry-run", "say what would happen and change nothing")
    .action((name: string, options: PointOptions) => addPoint(context(), name, options));
}

async function addPoint(cli: CliContext, name: string, { dryRun, ...options }: PointOptions): Promise<void> {
  const deps = await cli.open();
  const made = await deps.store.write(async (tx) => {
    const [there, points] = [await listMethods(tx), await listPoints(tx)];
    const id = freeId(
      options.id,
      name,
      [...there, ...points].map((each) => each.id),
    );
    const point = byOptions(() => readPoint({ ...options, id, name }, "point"));
    if (dryRun) return point;
    const position = Math.max(-1, ...points.map((each) => each.position)) + 1;
    await saveShipping(tx, { methods: [], points: [{ ...point, position }], removedMethods: [], removedPoints: [] });
    await noteCommand(tx, deps, "add a pick-up point", id);
    return point;
  });
  if (dryRun) return cli.out(cli.json ? JSON.stringify({ point: made }) : "Would be added.");
  cli.say(`Added "${made.name}". Have goods fetched there: pushcart shipping add NAME --price 0 --point ${made.id}`);
  cli.out(cli.json ? JSON.stringify({ id: made.id }) : made.id);
}
