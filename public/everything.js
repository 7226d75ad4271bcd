// The whole catalogue on this device: fetched when asked for, handed over to a worker, and searched there at each letter.
// What was asked earlier and comes late is dropped. A worker that fails or hangs is replaced by another, and said so.

const form = document.querySelector("#everything");
const device = document.querySelector("#device");
const [start, news, filters] = ["start", "news", "filters"].map((name) => document.querySelector(`#device-${name}`));
const [took, goods, more] = ["took", "goods", "more"].map((name) => document.querySelector(`#device-${name}`));
const card = document.querySelector("#device-card").content.firstElementChild;
const field = form.elements.q;

const step = 60;
const atOnce = 8;
/** Milliseconds without a letter, after which more is drawn than one sees. */
const pause = 250;
/** Milliseconds: to read the catalogue, to answer. */
const patience = { open: 20_000, find: 4000 };
const mostReplaced = 3;

let worker;
let isOpen = false;
let asked = 0;
let shown = 0;
let guard;
/** How often in a row, and what was asked last when it was. */
let replaced = 0;
let cause;

const say = (text) => (news.textContent = text);
const things = (count) => (count === 1 ? "1 thing" : `${count.toLocaleString("en")} things`);
const links = () => [...goods.querySelectorAll("a")];

/** Remembered for this visit, so that a page that is reloaded goes on. */
function remember(isOn) {
  try {
    if (isOn !== undefined) sessionStorage.everything = isOn ? "yes" : "";
    return sessionStorage.everything === "yes";
  } catch {
    return false; // storage may be forbidden
  }
}

/** From the shop, which says whether what is kept here still holds; without a connection what is kept. */
async function fetchCatalogue() {
  for (const cache of ["no-cache", "force-cache"]) {
    const answer = await fetch(device.dataset.catalogue, { cache }).catch(() => undefined);
    if (answer?.ok) return answer.arrayBuffer();
    if (answer?.status === 429) throw new Error("That was asked too often. Try again in a minute.");
  }
  throw new Error("The catalogue did not come. Try again when there is a connection.");
}

function watch(what) {
  clearTimeout(guard);
  guard = setTimeout(() => replace("The search here did not answer and was started again."), patience[what]);
}

/** Another worker in place of one that fails or hangs; after some of them the shop's own search is left. */
function replace(why) {
  clearTimeout(guard);
  worker?.terminate();
  worker = undefined;
  isOpen = false;
  replaced += 1;
  cause = field.value;
  if (replaced <= mostReplaced) return open(why);
  close();
  say("Searching on this device does not work here. The shop itself looks for you.");
}

function offerFilters(isOn) {
  filters.hidden = !isOn;
  filters.querySelector("fieldset").disabled = !isOn; // what is not shown is not sent to the shop either
}

/** Back to the form that asks the shop. */
function close() {
  remember(false);
  offerFilters(false);
  more.hidden = true;
  start.hidden = false;
  start.ariaBusy = "false";
  took.textContent = "";
  goods.replaceChildren();
}

/** With `why` it goes on after a replacement, and says so instead of searching again for what may have been the cause. */
async function open(why) {
  say(why ?? "Fetching the catalogue ...");
  start.ariaBusy = "true"; // not disabled: the focus would fall off it
  try {
    const buffer = await fetchCatalogue();
    worker = new Worker(device.dataset.worker, { type: "module" });
    worker.onmessage = ({ data }) => hear(data, why);
    worker.onerror = (event) => {
      event.preventDefault();
      replace("The search here failed and was started again.");
    };
    worker.postMessage({ act: "open", buffer }, [buffer]); // handed over, not copied: it is empty here afterwards
    watch("open");
  } catch (error) {
    close();
    say(error.message);
  }
}

function hear(data, why) {
  if (data.act === "failed") {
    // Bytes that are no catalogue would fail again.
    if (!isOpen) replaced = mostReplaced;
    replace(`The search here failed and was started again: ${data.trouble}`);
  } else if (data.act === "open") {
    clearTimeout(guard);
    isOpen = true;
    remember(true);
    const hadFocus = document.activeElement === start;
    start.hidden = true;
    start.ariaBusy = "false";
    offerFilters(true);
    offer("shelf", data.shelves);
    offer("vendor", data.vendors);
    device.dataset.size = data.size;
    device.dataset.opened = data.took.toFixed(1);
    if (hadFocus) field.focus();
    device.dataset.opens = Number(device.dataset.opens ?? 0) + 1;
    if (why && field.value === cause) say(`${why} Change a letter to go on.`);
    else ask();
  } else if (data.id === asked) {
    clearTimeout(guard);
    replaced = 0;
    show(data);
  }
}

/** What was chosen stays so, by its name: in another catalogue it may have another number. */
function offer(name, texts) {
  const list = form.elements[name];
  const chosen = list.selectedOptions[0]?.label;
  list.length = 1;
  texts.forEach((text, at) => text && list.add(new Option(text, at, false, text === chosen)));
}

function ask(from = 0) {
  if (!isOpen) return;
  const { shelf, vendor, price_min: low, price_max: high, stock } = form.elements;
  asked += 1;
  worker.postMessage({
    ...{ act: "find", id: asked, text: field.value, shelf: shelf.value, vendor: vendor.value, from, upTo: from + step },
    ...{ priceMin: low.value, priceMax: high.value, inStock: stock.checked, currency: device.dataset.currency },
  });
  watch("find");
}

function show({ id, total, isMore, meant, from, cards, took: milliseconds }) {
  const words = field.value.trim();
  const found = total === 0 ? "Nothing" : `${isMore ? "More than " : ""}${things(total)}`;
  const mended = meant === undefined ? "" : `There is nothing for “${words}”. This is for “${meant}”. `;
  const next = total === 0 ? " Try fewer letters, or another word." : "";
  say(`${mended}${found}${words === "" || meant !== undefined ? "" : ` for “${words}”`}.${next}`);
  const all = things(Number(device.dataset.size));
  took.textContent = `Looked through ${all} in ${milliseconds.toFixed(1)} ms, on this device.`;
  more.hidden = true;
  goods.ariaBusy = "true";
  put(cards, from, () => id !== asked).then((isWhole) => {
    if (!isWhole) return;
    shown = from + cards.length;
    goods.ariaBusy = "false";
    more.hidden = shown >= total;
  });
}

/**
 * The first cards at once, in place of those that are there; the others after a pause in typing, and a few at a time, so
 * that a click comes in between. Answers whether nothing else was asked meanwhile.
 */
async function put(cards, from, isOld) {
  while (goods.children.length > from + Math.min(cards.length, atOnce)) goods.lastElementChild.remove();
  for (let at = 0; at < cards.length; at += atOnce) {
    if (at > 0) await new Promise((go) => setTimeout(go, at === atOnce && from === 0 ? pause : 0));
    if (isOld()) return false;
    cards.slice(at, at + atOnce).forEach((each, nth) => {
      const there = goods.children[from + at + nth];
      fill(there ?? goods.appendChild(card.cloneNode(true)), each);
    });
    if (from > 0 && at === 0) goods.children[from].querySelector("a").focus();
  }
  return true;
}

const element = (tag, className, ...inside) => {
  const made = Object.assign(document.createElement(tag), { className });
  made.append(...inside);
  return made;
};
const aside = (text) => element("span", "visually-hidden", text);

/** Makes it the card of this product; every word goes in as text. */
function fill(made, { handle, title, subtitle, picture, isThere, price, was }) {
  const link = made.querySelector("a");
  link.textContent = title;
  link.href = device.dataset.products + encodeURIComponent(handle);
  const line = made.querySelector(".name p");
  line.textContent = subtitle;
  line.hidden = subtitle === "";
  const image = made.querySelector("img");
  if (image.getAttribute("src") !== picture) image.src = picture;
  const [ticket, before] = !isThere
    ? [element("span", "ticket gone", "Sold out"), element("span", "was", price)]
    : was === ""
      ? [element("span", "ticket", price)]
      : [element("span", "ticket sale", aside("Now "), price), element("s", "was", aside("Before "), was)];
  made.querySelector(".price-line").replaceChildren(ticket, ...(before ? [before] : []));
}

// Without the shop the search goes on, but the pages behind the links do not open: that is said before one is pressed.
let away = false;
let looked = -Infinity;
async function look() {
  if (performance.now() - looked < 2000) return;
  looked = performance.now();
  const answer = await fetch(device.dataset.shop, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  tell(answer === undefined);
}
function tell(isAway) {
  if (isAway === away) return;
  away = isAway;
  device.dataset.away = away ? "yes" : "";
  say(
    away
      ? "The shop cannot be reached. The search goes on; what is found opens when there is a connection again."
      : "The shop can be reached again.",
  );
}

function keys(event) {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const next = { Home: 0, End: all.length - 1 }[event.key] ?? at + steps[event.key];
  if (event.key === "Escape" || next === -1) field.focus();
  else if (next >= 0) all[Math.min(next, all.length - 1)]?.focus();
  else return;
  event.preventDefault();
}

if (typeof Worker !== "undefined") {
  device.hidden = false;
  start.addEventListener("click", () => start.ariaBusy !== "true" && open());
  form.addEventListener("input", () => ask());
  form.addEventListener("submit", (event) => {
    if (!isOpen) return;
    event.preventDefault();
    ask();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !links()[0]) return;
    event.preventDefault();
    links()[0].focus();
  });
  goods.addEventListener("keydown", keys);
  for (const type of ["pointerover", "focusin"]) goods.addEventListener(type, look);
  goods.addEventListener("click", (event) => {
    if (!away || !event.target.closest("a")) return;
    event.preventDefault();
    looked = -Infinity;
    look();
  });
  more.addEventListener("click", () => ask(shown));
  addEventListener("offline", () => tell(true));
  addEventListener("online", look);
  if (remember()) open();
}
