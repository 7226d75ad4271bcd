// The X-ray in the page: frames around what asks the shop and what its answers change, and a list of what was asked, as
// it happens. All that came back is shown as text and never becomes part of the page. Loaded only where it is on.

const verbs = ["get", "post", "put", "patch", "delete"];
const { address } = document.querySelector("script[data-address]").dataset;
const asking = verbs.map((verb) => `[hx-${verb}]`).join();
const most = { exchanges: 40, text: 20_000 };

function make(tag, facts, ...inside) {
  const element = Object.assign(document.createElement(tag), facts);
  element.append(...inside);
  return element;
}
const button = (text, act) => {
  const made = make("button", { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
};
const nameOf = (element) => (element.id ? `#${element.id}` : element.localName);
const sizeOf = (bytes) => (bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} KB`);
const kept = {
  get open() {
    try {
      return sessionStorage.xray ?? "yes";
    } catch {
      return "yes"; // storage may be forbidden
    }
  },
  set open(value) {
    try {
      sessionStorage.xray = value;
    } catch {}
  },
};

// The list.
const list = make("ol", {});
const opener = button("X-ray", () => (panel.open ? shut() : open()));
opener.id = "xray-open";
let count = 0;

/** One more line. What `tell` is given later is put into it. */
function line(asked) {
  const [head, where, facts] = [make("b", { textContent: asked }), make("span"), make("span")];
  const body = make("pre", { tabIndex: 0, ariaLabel: `What came back from ${asked}`, role: "group" });
  body.textContent = "Nothing came back yet.";
  list.prepend(make("li", {}, make("details", {}, make("summary", {}, head, facts, where), body)));
  while (list.children.length > most.exchanges) list.lastChild.remove();
  opener.textContent = `X-ray (${(count += 1)})`;
  const said = {};
  return (more) => {
    Object.assign(said, more);
    const { status, bytes, took, server, isKept, file, changed, text } = said;
    facts.textContent = [
      status,
      bytes === undefined ? "" : sizeOf(bytes),
      server === undefined ? "" : `${server} ms in the shop${isKept ? ", a kept page" : ""}`,
      took === undefined ? "" : `${Math.round(took)} ms in all`,
    ]
      .filter(Boolean)
      .join(" · ");
    where.textContent = [file, changed?.length ? `changes ${changed.join(", ")}` : ""].filter(Boolean).join(" · ");
    if (text !== undefined) body.textContent = text.slice(0, most.text);
  };
}

// What scripts ask, htmx's as well: it calls this very function.
const fetched = window.fetch;
const targets = new WeakMap();
window.fetch = async function fetch(input, init = {}) {
  const { pathname, search } = new URL(input.url ?? input, location.href);
  const tell = line(`${(init.method ?? input.method ?? "GET").toUpperCase()} ${pathname}${search}`);
  const began = performance.now();
  try {
    const answer = await fetched.call(window, input, init);
    const { status, headers } = answer;
    const timing = headers.get("server-timing") ?? "";
    const server = /shop;dur=([\d.]+)/.exec(timing)?.[1];
    tell({ status, server, isKept: timing.includes("kept"), file: headers.get("x-route-file") ?? "" });
    tell({ took: performance.now() - began });
    const type = headers.get("content-type") ?? "";
    if (!type.includes("event-stream"))
      void answer
        .clone()
        .arrayBuffer()
        .then(read, () => {});
    return answer;

    function read(bytes) {
      const text = /text|json|javascript|xml/.test(type) ? new TextDecoder().decode(bytes) : type || "Nothing.";
      const parts = [...text.matchAll(/<hx-partial[^>]*?hx-target="([^"]+)"/g)].map(([, target]) => target);
      const target = targets.get(init);
      const isWhole = !/^\s*<hx-partial/.test(text) && /html/.test(type) && target;
      const changed = [...new Set([...(isWhole ? [nameOf(target)] : []), ...parts])];
      tell({ bytes: bytes.byteLength, text, changed });
      show(changed);
    }
  } catch (error) {
    tell({ status: error.name === "AbortError" ? "given up" : "no answer", took: performance.now() - began });
    throw error;
  }
};
document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => targets.set(ctx.request, ctx.target), true);

/** What only the browser's own book of times knows of: how it came, not what it was. */
function fromTimes(asked, times, text) {
  const timing = (name) => times.serverTiming?.find((each) => each.name === name);
  const tell = line(asked);
  tell({ status: times.responseStatus, bytes: times.decodedBodySize, took: times.responseEnd - times.startTime });
  tell({ server: timing("shop")?.duration, isKept: timing("kept") !== undefined, file: timing("file")?.description });
  tell({ text });
}

const unread = "Its text is not known here. The page of the last requests may have it.";
addEventListener("load", () =>
  setTimeout(() => {
    const [page] = performance.getEntriesByType("navigation");
    if (!page) return;
    fromTimes(`Page ${location.pathname}${location.search}`, page, unread);
    list.append(list.firstChild); // it was there first
  }),
);

// Uploads go by the older way, which shows how far they are.
new PerformanceObserver((seen) => {
  for (const each of seen.getEntries()) {
    if (each.initiatorType === "xmlhttprequest") fromTimes(`Upload ${new URL(each.name).pathname}`, each, unread);
  }
}).observe({ type: "resource" });

// The frames.
const frames = make("div", { id: "xray-frames", ariaHidden: "true", popover: "manual" });
let fresh = [];
let hot;

function regionOf(element) {
  const target = element.getAttribute("hx-target") ?? "this";
  if (target === "this") return element;
  try {
    return target.startsWith("closest ") ? element.closest(target.slice(8)) : document.querySelector(target);
  } catch {
    return undefined;
  }
}

const asks = (element) => {
  const verb = verbs.find((each) => element.hasAttribute(`hx-${each}`));
  return `${verb.toUpperCase()} ${element.getAttribute(`hx-${verb}`).split("?")[0]}`;
};

function frame(element, kind, label) {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0 || top > innerHeight || top + height < 0) return [];
  if (!element.checkVisibility({ visibilityProperty: true })) return [];
  const box = make("div", { className: kind });
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  const hasRoom = kind === "asks" ? width > 200 : height > 80 || kind.includes("fresh");
  if (hasRoom || element === hot || element.contains(hot)) box.dataset.label = label;
  return [box];
}

const tools = make("aside", { id: "xray-tools", ariaLabel: "X-ray", popover: "manual" });
const changeable = make("ul", {});

function draw() {
  const askers = [...document.querySelectorAll(asking)].filter((each) => !tools.contains(each));
  const regions = Map.groupBy(askers, regionOf);
  const boxes = askers.flatMap((each) => frame(each, "asks", `${asks(each)} → ${nameOf(regionOf(each) ?? each)}`));
  for (const [region, theirs] of regions) {
    if (!region || (theirs.length === 1 && theirs[0] === region && !region.id)) continue;
    const kind = fresh.includes(nameOf(region)) ? "region fresh" : "region";
    const [first, ...others] = new Set(theirs.map(asks));
    const more = others.length > 0 ? ` and ${others.length} more` : "";
    boxes.push(...frame(region, kind, `${nameOf(region)} ← ${first}${more}`));
  }
  frames.replaceChildren(...boxes);
  const rows = new Set(askers.map((each) => `${asks(each)} → ${nameOf(regionOf(each) ?? each)}`));
  if (rows.size !== changeable.children.length || [...rows].join() !== changeable.dataset.rows) {
    changeable.dataset.rows = [...rows].join();
    changeable.replaceChildren(...[...rows].map((text) => make("li", { textContent: text })));
  }
}

let drawing = 0;
const redraw = () => (drawing ||= requestAnimationFrame(() => ((drawing = 0), draw())));
let fading;
function show(names) {
  fresh = names;
  redraw();
  clearTimeout(fading);
  fading = setTimeout(() => ((fresh = []), redraw()), 1500);
}
const touch = ({ target }) => {
  const asker = target.closest?.(asking);
  if (asker !== hot) redraw();
  hot = asker;
};
for (const type of ["scroll", "htmx:after:swap", "input", "toggle"]) document.addEventListener(type, redraw, true);
for (const type of ["pointerover", "focusin"]) document.addEventListener(type, touch);
addEventListener("resize", redraw);
new ResizeObserver(redraw).observe(document.body);

/** Above a dialog or menu that has just opened. */
function raise() {
  for (const layer of [frames, tools]) {
    if (layer.matches(":popover-open")) layer.hidePopover();
    layer.showPopover();
  }
}
const isLayer = (element) => element !== frames && !tools.contains(element) && element.matches("dialog, [popover]");
document.addEventListener("toggle", ({ target, newState }) => newState === "open" && isLayer(target) && raise(), true);

// The panel: it stands beside the page, and never in front of what has the focus.
const title = make("h2", { id: "xray-h", tabIndex: -1, textContent: "X-ray" });
const panel = make("dialog", { id: "xray" });
panel.setAttribute("aria-labelledby", title.id);
opener.setAttribute("aria-controls", panel.id);
let before;

const state = (isOpen) => {
  kept.open = isOpen ? "yes" : "no";
  opener.ariaExpanded = String(isOpen);
};
function open(withFocus = true) {
  const at = document.activeElement;
  panel.show();
  state(true);
  if (withFocus) title.focus();
  else if (at !== document.activeElement) at?.focus?.();
}
function shut() {
  panel.close();
  state(false);
  opener.focus();
}
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  shut();
});
document.addEventListener("keydown", (event) => {
  if (!(event.altKey && event.shiftKey && event.code === "KeyX")) return;
  event.preventDefault();
  if (tools.contains(document.activeElement)) return before?.isConnected ? before.focus() : shut();
  before = document.activeElement;
  open();
});

const side = () => (tools.dataset.side = tools.dataset.side === "start" ? "end" : "start");
const meets = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const hides = (element) => {
  const box = element.getBoundingClientRect();
  if (box.height > innerHeight / 2) return false;
  return [panel, opener].some((each) => each.checkVisibility() && meets(each.getBoundingClientRect(), box));
};
document.addEventListener("focusin", ({ target }) => {
  if (tools.contains(target)) return;
  requestAnimationFrame(() => {
    if (hides(target)) side();
    if (hides(target)) target.scrollIntoView({ block: tools.getBoundingClientRect().top < 20 ? "end" : "start" });
  });
});

const foot = make(
  "form",
  { method: "post", action: address },
  make("a", { href: address, textContent: "The last requests as a page" }),
  make("button", { name: "xray", value: "off", textContent: "Switch off" }),
);
panel.append(
  make("header", {}, title, button("Other side", side), button("Close", shut)),
  foot,
  make("details", {}, make("summary", { textContent: "What may change on this page" }), changeable),
  make("h3", { textContent: "What was asked, the newest first" }),
  list,
);
tools.append(opener, panel);
document.body.append(tools, frames);
raise();
if (kept.open === "no") opener.ariaExpanded = "false";
else open(false);
redraw();
