import { loadDemoShop } from "./first-start.ts";
import { createApp } from "../app.ts";
import type { Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import { setupLink } from "../accounts/setup-link.ts";
import { CliError, exitCodes, type AddCommand, type CliContext } from "./context.ts";
import { startJobs } from "./jobs.ts";
import { largestBody } from "../web/body-limits.ts";
import type { Edge } from "../web/edge.ts";

/** Who was in line when the door closes still gets in: connections that the system took, and we have not seen yet. */
const lastCallMs = 200;
const drainSeconds = 25;

/** `pushcart serve`: opens the shop and keeps it open until it is told to stop. */
export const serveCommand: AddCommand = (program, context) => {
  program
    .command("serve")
    .description("open the shop")
    .addHelpText(
      "before",
      "Examples:\n  pushcart serve\n  PORT=8080 PUSHCART_URL=https://shop.example pushcart serve\n",
    )
    .action(async () => {
      const cli = context();
      const deps = await cli.open();
      await loadDemoShop(deps, cli);
      await serve(deps, cli);
    });
};

async function serve(deps: Deps, cli: CliContext): Promise<void> {
  const { config, log } = deps;
  const app = createApp(deps);
  const server = listen(config, app);
  const jobs = startJobs(deps);
  const address = config.port === 0 ? `http://localhost:${server.port}` : config.url;
  cli.say(`Pushcart is open at ${address}`);
  const link = await setupLink(deps);
  if (link !== undefined) cli.say(`Make the owner's account (once, within a day): ${address}${link}`);
  if (!config.secure) warnAboutHttp(deps);
  log.info({ port: server.port, url: config.url, database: config.databaseUrl.split(":")[0] }, "the shop is open");

  await new Promise<void>((closed) => {
    let stopping = false;
    const stop = (signal: string) => {
      if (stopping) cli.outside.exit(exitCodes.failed); // asked twice: at once
      stopping = true;
      log.info({ signal }, "closing: finishing what is running");
      const forced = setTimeout(() => cli.outside.exit(exitCodes.failed), drainSeconds * 1000);
      void Bun.sleep(lastCallMs)
        .then(() => {
          deps.news.close(); // open streams have no end of their own
          return Promise.all([server.stop(), jobs.stop()]);
        })
        .then(() => {
          clearTimeout(forced);
          closed();
        });
    };
    cli.outside.onSignal("SIGTERM", () => stop("SIGTERM"));
    cli.outside.onSignal("SIGINT", () => stop("SIGINT"));
  });
  log.info("closed");
}

function listen(config: Config, answer: Edge) {
  try {
    return Bun.serve({
      port: config.port,
      hostname: config.host,
      development: false,
      reusePort: false, // else a second start on Linux would quietly share the port
      idleTimeout: 15,
      maxRequestBodySize: largestBody, // each address has a limit of its own: see the edge
      fetch: (request, server) =>
        answer(request, server.requestIP(request)?.address, (seconds) => server.timeout(request, seconds)),
      error: () => new Response("The shop broke. Please try again in a minute.", { status: 500 }),
    });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE") {
      throw new CliError(
        `Port ${config.port} is taken by another program.\n  mend: stop that program, or choose another port: PORT=${config.port + 1}`,
        exitCodes.config,
      );
    }
    if (code === "EACCES") {
      throw new CliError(
        `Port ${config.port} may not be used by this user.\n  mend: choose a port above 1023, and let a proxy listen on ${config.port}`,
        exitCodes.config,
      );
    }
    throw cause;
  }
}

function warnAboutHttp({ config, log }: Deps): void {
  const { hostname } = new URL(config.url);
  if (/^(localhost|127\.|\[::1\])/.test(hostname)) return;
  log.warn(
    "the shop's address is plain http: whoever is on the way can read passwords. Put TLS in front and set PUSHCART_URL to https",
  );
}
