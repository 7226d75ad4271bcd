import type { Visit } from "./journey-visit.ts";

type See = (name: string) => Promise<void>;

/** The whole catalogue on the device: before it is there, with all of it, with a slip mended, and with nothing found. */
export async function walkEverything({ page, go, sees, settled }: Visit, see: See): Promise<void> {
  await go("/search/everything");
  await see("everything");
  await page.getByRole("button", { name: "Fetch the whole catalogue" }).click();
  await sees("#device-news", /\d+ things\./);
  await page.getByText("Only some of it").first().click();
  await settled();
  await see("everything-all");
  await page.fill("#everything-q", "teapto");
  await sees("#device-news", "This is for “teapot”.");
  await settled();
  await see("everything-mended");
  await page.fill("#everything-q", "zzzzzz");
  await sees("#device-news", "Nothing for “zzzzzz”.");
  await settled();
  await see("everything-nothing");
}
