import type { ShopSettings } from "../settings/shop.ts";

/** Whether who works at the desk needs a second step: as the shop says, or else in every shop that is not in test mode. */
export const isFactorRequired = ({ staffSecondStep, testMode }: Pick<ShopSettings, "staffSecondStep" | "testMode">) =>
  staffSecondStep === "required" || (staffSecondStep === "" && !testMode);
