// A browser to look with: playwright-core and a Chromium, named by PLAYWRIGHT_CORE and CHROMIUM where they are not found by themselves.
export async function open(width: number, height: number) {
  const pw = await import(process.env.PLAYWRIGHT_CORE ?? "playwright-core");
  const browser = await (pw.chromium ?? pw.default.chromium).launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width, height } });
  return { browser, page };
}
