import { backupCommand, restoreCommand } from "./backup.ts";
import { configCommand, versionCommand } from "./config.ts";
import type { AddCommand } from "./context.ts";
import { customerCommand } from "./customer.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { openapiCommand } from "./openapi.ts";
import { promotionCommand } from "./promotion.ts";
import { quoteCommand } from "./quote.ts";
import { serveCommand } from "./serve.ts";
import { settingsCommand } from "./settings.ts";
import { shippingCommand } from "./shipping.ts";
import { staffCommand } from "./staff.ts";
import { taxCommand } from "./tax.ts";

/** In the order of `pushcart --help`. */
export const commands: readonly AddCommand[] = [
  serveCommand,
  importCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  demoCommand,
  settingsCommand,
  staffCommand,
  promotionCommand,
  customerCommand,
  taxCommand,
  shippingCommand,
  quoteCommand,
  doctorCommand,
  openapiCommand,
  configCommand,
  versionCommand,
];
