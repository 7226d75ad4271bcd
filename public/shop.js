// What HTML and htmx cannot say.

const on = (type, act) => document.addEventListener(type, act, true);
const find = (selector) => document.querySelector(selector);
const again = (type) => new Event(type, { bubbles: true });

// The drawer opens when an answer says so.
on("cart:open", () => find("#cart-drawer:not([open])")?.showModal());

// Steppers beside a preview count at once: no press is lost.
on("click", (event) => {
  const { target } = event;
  const button = target.closest("[data-step]");
  const box = button?.closest("[data-counts]")?.querySelector("[name=quantity]");
  if (box) {
    event.preventDefault();
    const next = (Number.parseInt(box.value, 10) || 0) + Number(button.dataset.step);
    box.value = Math.max(1, Math.min(99, next));
    box.dispatchEvent(again("input"));
  } else if (target.id === "cart-drawer") target.close();
  else if (target.closest("[data-retry]")) retry();
});

// A change submits; Enter does so once.
let later;
on("change", ({ target }) => {
  if ("submit" in target.dataset) later = setTimeout(() => target.form.requestSubmit());
});
on("submit", ({ target }) => {
  clearTimeout(later);
  target.closest(":popover-open")?.hidePopover();
});

// What got no answer can be asked again, with all that was typed.
let last;
const place = () => find("dialog:modal .body") ?? find("#notices");
const quiet = ({ sourceElement }) => "quiet" in (sourceElement?.dataset ?? {});
const spoken = ({ text }) => text?.includes("<hx-");

function note(ctx, failed) {
  if (!ctx?.sourceEvent || quiet(ctx)) return;
  last = ctx;
  for (const old of document.querySelectorAll("[data-retry]")) old.closest(".notice").remove();
  if (failed && !spoken(ctx)) place().prepend(find("#no-answer")?.content.cloneNode(true) ?? "");
}

function retry() {
  const { sourceElement, sourceEvent, request } = last;
  note(last);
  if (sourceEvent.type === "submit") sourceElement.requestSubmit(request.submitter);
  else sourceElement.dispatchEvent(again(sourceEvent.type));
}

on("htmx:error", ({ detail }) => note(detail.ctx, true));
on("htmx:after:request", ({ detail: { ctx } }) => note(ctx, ctx.response.status >= 500));
// A proxy's page is not put into ours.
on("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (ctx.response?.status >= (quiet(ctx) ? 429 : spoken(ctx) ? 600 : 500)) event.preventDefault();
});

const busy = (state) => (event) => {
  const { target, sourceEvent } = event.detail.ctx;
  if (sourceEvent?.type !== "input") target.setAttribute?.("aria-busy", state);
};
on("htmx:before:request", busy("true"));
on("htmx:finally:request", busy("false"));

// Suggestions: arrows choose, Enter goes there, Escape closes.
const field = find("#q");
const list = () => find("#suggest");
const choices = () => [...list().querySelectorAll("[role=option]")];

function choose(at) {
  const all = choices();
  all.forEach((each, index) => each.setAttribute("aria-selected", index === at));
  all[at]?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", all[at]?.id ?? "");
}

function show(open) {
  list().hidden = !open || choices().length === 0;
  field.setAttribute("aria-expanded", !list().hidden);
  if (!open) choose(-1);
}

on("htmx:after:swap", ({ detail }) => {
  if (detail.ctx.sourceElement === field) show(document.activeElement === field && field.value.trim() !== "");
  // News goes into the open drawer.
  const news = find("#notices");
  if (news?.firstChild && place() !== news) place().prepend(...news.childNodes);
});
field?.addEventListener("keydown", (event) => {
  const { key } = event;
  const all = choices();
  const at = all.findIndex((each) => each.ariaSelected === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step && all.length > 0) {
    show(true);
    choose((Math.max(at, step > 0 ? -1 : 0) + step + all.length) % all.length);
  } else if (list().hidden) return;
  else if (key === "Escape") show(false);
  else if (key === "Enter" && at >= 0) all[at].click();
  else return;
  event.preventDefault();
});
field?.form.addEventListener("focusout", ({ relatedTarget }) => {
  if (!field.form.contains(relatedTarget)) show(false);
});

// A password can be looked at.
const reveal = () => document.querySelectorAll("[data-reveal]").forEach((button) => (button.hidden = false));
reveal();
on("htmx:after:swap", reveal);
on("click", ({ target }) => {
  const button = target.closest("[data-reveal]");
  const box = button?.parentElement.querySelector("input");
  if (!box) return;
  button.ariaPressed = box.type === "password";
  box.type = box.type === "text" ? "password" : "text";
});

// Day or night: the cookie decides, other tabs hear of it by storage. The desk follows the system.
const themed = find(".theme-switch");
function dress(theme) {
  if (!themed) return;
  document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll(".theme-switch button")) button.ariaPressed = button.value === theme;
}
function remembered(theme) {
  try {
    if (theme) localStorage.theme = theme;
    return localStorage.theme;
  } catch {
    return theme; // storage may be forbidden
  }
}

if (themed) remembered(document.documentElement.dataset.theme ?? "system");
addEventListener("storage", ({ key, newValue }) => {
  if (key === "theme") dress(newValue);
});
on("submit", (event) => {
  const { target, submitter } = event;
  if (submitter?.name !== "theme") return;
  event.preventDefault();
  const body = new URLSearchParams({ theme: submitter.value });
  fetch(target.action, { method: "POST", body, redirect: "manual" }).then(
    () => dress(remembered(submitter.value)),
    () => note({ sourceElement: target, sourceEvent: event, request: { submitter } }, true),
  );
});

// A page out of the browser's memory.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  find("#cart-count")?.dispatchEvent(again("refresh"));
  dress(remembered());
});

// The picture of the card that was clicked moves over to its page.
addEventListener("pageswap", ({ activation }) => {
  for (const link of document.querySelectorAll(".product-card .name a"))
    if (link.href === activation?.entry?.url) link.closest("li").classList.add("leaving");
});
