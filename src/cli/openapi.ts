import { makeDocument } from "../api/document.ts";
import { operations } from "../api/operations.ts";
import { version } from "../version.ts";
import { cookieName } from "../web/cookies.ts";
import { isSwitchedOff } from "../web/features.ts";
import { examples, type AddCommand } from "./context.ts";

/** `pushcart openapi`: the description of the shop's JSON interface, as the shop itself gives it out. */
export const openapiCommand: AddCommand = (program, context) => {
  program
    .command("openapi")
    .description("print the description of the JSON interface (OpenAPI 3.1)")
    .addHelpText("before", examples("openapi > openapi.json"))
    .action(async () => {
      const cli = context();
      const { shop, config } = await cli.open();
      const { name } = await shop.read();
      const offered = operations.filter(({ path }) => !isSwitchedOff(path, config));
      const facts = { name, version, url: config.url, sessionCookie: cookieName(config, "session") };
      const document = makeDocument(offered, facts);
      cli.out(cli.json ? JSON.stringify(document) : JSON.stringify(document, undefined, 2));
    });
};
