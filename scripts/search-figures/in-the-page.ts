/// <reference lib="dom" />

// What runs inside the page: each is handed over as text, and so stands alone.

type Watched = {
  longest: number;
  long: number;
  /** When the catalogue was asked for, and when its first cards were there. */
  pressed: number;
  first: number;
  /** How long each click has waited. */
  clicks: number[];
  timer?: ReturnType<typeof setInterval>;
};
declare global {
  var watched: Watched;
}

/** From the start on: how long the page's thread was kept by one piece of work. */
export function watchThread(): void {
  globalThis.watched = { longest: 0, long: 0, pressed: 0, first: 0, clicks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      globalThis.watched.longest = Math.max(globalThis.watched.longest, duration);
      globalThis.watched.long += 1;
    }
  }).observe({ type: "longtask" });
}

/**
 * Starts counting anew: what the page did until it was drawn is not the search's. From here on something is clicked every
 * 20 ms; a click that was due while the thread was busy has waited since it was due.
 */
export function startAnew(): void {
  const { watched } = globalThis;
  Object.assign(watched, { longest: 0, long: 0 });
  const counter = document.body.appendChild(document.createElement("button"));
  let [sent, due] = [0, performance.now() + 20];
  counter.addEventListener("click", () => watched.clicks.push(performance.now() - sent));
  watched.timer = setInterval(() => {
    sent = Math.min(due, performance.now());
    counter.click();
    due = performance.now() + 20;
  }, 20);
  document.querySelector("#device-start")?.addEventListener("click", () => (watched.pressed = performance.now()));
  const watch = new MutationObserver(() => {
    watch.disconnect();
    requestAnimationFrame(() => (watched.first = performance.now()));
  });
  const took = document.querySelector("#device-took");
  if (took) watch.observe(took, { childList: true });
}

/** Types words a letter at a time, and says what came when. */
export async function measureTyping(words: readonly string[]) {
  const { watched } = globalThis;
  const field = document.querySelector<HTMLInputElement>("#everything-q");
  const device = document.querySelector<HTMLElement>("#device");
  const took = document.querySelector("#device-took");
  if (!field || !device || !took) throw new Error("not the page");
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const next = () =>
    new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        const [, milliseconds = "0"] = / ([\d.]+) ms/.exec(took.textContent ?? "") ?? [];
        requestAnimationFrame(() => resolve(Number(milliseconds)));
      });
      watch.observe(took, { childList: true, characterData: true, subtree: true });
    });
  while (watched.first === 0) await wait(10);
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
  await wait(1000); // what is drawn after a pause in typing
  clearInterval(watched.timer);
  const { longest, long, clicks } = watched;
  return {
    ...{ shown, inWorker, clicks, longest, long },
    toFirst: watched.first - watched.pressed,
    read: Number(device.dataset.opened),
  };
}
