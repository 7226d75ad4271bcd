// The long view of sales on a canvas: in a worker where the browser can hand a canvas over, else on this thread; where
// neither can be, the picture that the shop drew stays. Wheel, drag, keys and buttons do the same things.

const canvas = document.querySelector("#long-chart");
const frame = document.querySelector("#long-frame");
const figure = canvas?.closest("figure");

/** Colours as the style sheet says them, by day or by night: a canvas knows no names. */
const look = () => {
  const { color, borderBlockStartColor } = getComputedStyle(figure);
  const { locale, zone: timeZone, decimals } = canvas.dataset;
  return {
    bar: getComputedStyle(frame).color,
    soft: color,
    line: borderBlockStartColor,
    font: "12px system-ui",
    locale,
    timeZone,
    decimals: Number(decimals),
  };
};
const sizeNow = () => ({
  width: canvas.clientWidth,
  height: canvas.clientHeight,
  scale: Math.min(3, devicePixelRatio || 1),
});

function told(drawn) {
  if (drawn.trouble) {
    figure.hidden = true;
    return;
  }
  const took = drawn.milliseconds.toFixed(1);
  frame.textContent = `${drawn.seen.toLocaleString(canvas.dataset.locale)} orders, ${drawn.from} to ${drawn.until}. Drawn in ${took} ms ${canvas.dataset.where}.`;
}

/** Hands the canvas to a worker; undefined where that cannot be. */
function inWorker() {
  if (!canvas.transferControlToOffscreen || typeof Worker === "undefined") return undefined;
  const worker = new Worker(canvas.dataset.worker, { type: "module" });
  canvas.dataset.where = "in a worker";
  const offscreen = canvas.transferControlToOffscreen();
  worker.onmessage = ({ data }) => told(data);
  worker.onerror = () => told({ trouble: "worker" });
  worker.postMessage({ act: "open", canvas: offscreen, look: look(), size: sizeNow(), from: canvas.dataset.from }, [
    offscreen,
  ]);
  return (act, ...given) => worker.postMessage({ act, with: given });
}

async function onThisThread() {
  const { longChart } = await import(canvas.dataset.draw);
  const chart = longChart(canvas, look());
  canvas.dataset.where = "on the page's own thread";
  const answer = await fetch(canvas.dataset.from);
  if (!answer.ok) throw new Error(`the shop said ${answer.status}`);
  chart.resize(sizeNow());
  told(chart.load(await answer.arrayBuffer()));
  return (act, ...given) => told(chart[act](...given));
}

function listen(ask) {
  const share = (event) => (event.clientX - canvas.getBoundingClientRect().left) / canvas.clientWidth;
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && Math.abs(event.deltaX) < Math.abs(event.deltaY) && !event.altKey) return; // the page scrolls
      event.preventDefault();
      if (event.ctrlKey || event.altKey) ask("zoom", event.deltaY > 0 ? 1.25 : 0.8, share(event));
      else ask("pan", event.deltaX / canvas.clientWidth);
    },
    { passive: false },
  );
  let at;
  canvas.addEventListener("pointerdown", (event) => {
    at = event.clientX;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (at === undefined) return;
    ask("pan", (at - event.clientX) / canvas.clientWidth);
    at = event.clientX;
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (at = undefined));
  const keys = {
    ArrowLeft: ["pan", -0.2],
    ArrowRight: ["pan", 0.2],
    "+": ["zoom", 0.5],
    "-": ["zoom", 2],
    Home: ["whole"],
  };
  canvas.addEventListener("keydown", (event) => {
    const wanted = keys[event.key];
    if (!wanted) return;
    event.preventDefault();
    ask(...wanted);
  });
  figure.addEventListener("click", ({ target }) => {
    const wanted = target.closest("[data-chart]")?.dataset.chart.split(" ");
    if (wanted) ask(wanted[0], ...wanted.slice(1).map(Number));
  });
  new ResizeObserver(() => ask("resize", sizeNow())).observe(canvas);
}

async function open() {
  figure.hidden = false;
  listen(inWorker() ?? (await onThisThread()));
}

if (canvas) open().catch(() => (figure.hidden = true));
