import type { Visit } from "./journey-visit.ts";

type See = (name: string) => Promise<void>;
type Walker = Pick<Visit, "page" | "go" | "sees" | "settled">;

/** A thing that is sold out: somebody mistypes their address, then waits for it, and looks what they wait for. */
export async function walkNews({ page, go, sees, settled }: Walker, see: See): Promise<void> {
  await go("/products/salt-pig");
  await page.fill("#tell-me-email", "no address");
  await page.getByRole("button", { name: "Tell me", exact: true }).click();
  await page.locator("#tell-me-email-error").waitFor();
  await settled();
  await see("tell-me-refused");
  await page.fill("#tell-me-email", "odile@example.com");
  await page.getByRole("button", { name: "Tell me", exact: true }).click();
  await sees("#tell-me .notice", "You get one letter when");
  await settled();
  await see("tell-me-taken");
  await go("/news");
  await sees("main", "You wait for");
  await see("news-waiting");
  await go("/news/leave/a-link-that-nobody-was-given-here-0000000000");
  await see("news-leave");
}
