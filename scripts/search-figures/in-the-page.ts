/// <reference lib="dom" />

// What runs inside the page: each is handed over as text, and so stands alone.

type Watched = { longest: number; long: number };
declare global {
  var watched: Watched;
}

/** From the start on: how long the page's thread was kept by one piece of work. */
export function watchThread(): void {
  globalThis.watched = { longest: 0, long: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      globalThis.watched.longest = Math.max(globalThis.watched.longest, duration);
      globalThis.watched.long += 1;
    }
  }).observe({ type: "longtask" });
}

/** Starts counting anew: what the page did until it was drawn is not the search's. */
export function startAnew(): void {
  globalThis.watched.longest = 0;
  globalThis.watched.long = 0;
}

/** Types words a letter at a time while something is clicked, and says what came when. */
export async function measureTyping(words: readonly string[]) {
  const field = document.querySelector<HTMLInputElement>("#everything-q");
  const device = document.querySelector<HTMLElement>("#device");
  const took = document.querySelector("#device-took");
  if (!field || !device || !took) throw new Error("not the page");
  const began = performance.now();
  const clicks: number[] = [];
  const counter = document.body.appendChild(document.createElement("button"));
  let sent = 0;
  counter.addEventListener("click", () => clicks.push(performance.now() - sent));
  let due = performance.now() + 20;
  // A click that was due while the thread was busy has waited since it was due.
  const timer = setInterval(() => {
    sent = Math.min(due, performance.now());
    counter.click();
    due = performance.now() + 20;
  }, 20);
  const next = () =>
    new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        const [, milliseconds = "0"] = / ([\d.]+) ms/.exec(took.textContent ?? "") ?? [];
        requestAnimationFrame(() => resolve(Number(milliseconds)));
      });
      watch.observe(took, { childList: true, characterData: true, subtree: true });
    });
  await next();
  const toFirst = performance.now() - began;
  const [shown, inWorker]: [number[], number[]] = [[], []];
  for (const word of words) {
    field.value = "";
    for (const letter of word) {
      field.value += letter;
      const from = performance.now();
      const coming = next();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      inWorker.push(await coming);
      shown.push(performance.now() - from);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1000)); // what is drawn after a pause in typing
  clearInterval(timer);
  const read = Number(device.dataset.opened);
  return { toFirst, read, shown, inWorker, clicks, ...globalThis.watched };
}
