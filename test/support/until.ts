import type { Page } from "playwright-core";

/**
 * Waits until an expression holds in the page. Asked from outside again and again: what waits inside a page is made from
 * a text there, which the shop's policy forbids.
 */
export async function until(page: Page, expression: string, milliseconds = 8000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const holds = await page.evaluate(expression).catch(() => false); // a page may just be changing
    if (holds === true) return;
    if (performance.now() > deadline) throw new Error(`it never came true: ${expression}`);
    await Bun.sleep(40);
  }
}
