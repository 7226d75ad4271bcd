// A checkout that is half filled in survives a reload of its tab, and no more than that: what differs from the page as it
// came is kept in the tab, and put back where the shop has heard of nothing newer. Without storage nothing is lost but that.

const name = "checkout";
const form = () => document.querySelector("#contact");
const owner = () => form()?.dataset.draft;
/** Text only: a choice is asked of the shop as it is made, which keeps it. */
const fields = () =>
  [...(form()?.elements ?? [])].filter(
    (each) => each.id && each.name && each.matches("textarea, input[type=text], input[type=email], input[type=tel]"),
  );

/** Whatever may be the number of a card stays where it was typed. */
function isCard(text) {
  const digits = text.replace(/\D/g, "");
  return digits.length >= 12 && !text.trim().startsWith("+");
}

function stored(change) {
  try {
    return change(sessionStorage);
  } catch {
    return undefined; // forbidden, or full
  }
}

function keep() {
  const typed = fields().filter((each) => each.value !== each.defaultValue && !isCard(each.value));
  const kept = typed.map((each) => [each.name, each.value, each.defaultValue]);
  const text = JSON.stringify({ of: owner(), kept });
  stored((tab) => (kept.length > 0 ? tab.setItem(name, text) : tab.removeItem(name)));
}

const forget = () => stored((tab) => tab.removeItem(name));

function read() {
  try {
    const { of, kept } = JSON.parse(stored((tab) => tab.getItem(name)) ?? "{}");
    return of === owner() && Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function putBack() {
  const known = new Map(fields().map((each) => [each.name, each]));
  for (const [field, typed, before] of read()) {
    const box = known.get(field);
    if (!box || box.defaultValue !== before || box.value !== before || box.ariaInvalid === "true") continue;
    box.value = String(typed);
    const fold = box.closest("details");
    if (fold) fold.open = true;
  }
  keep();
}

if (form()) {
  putBack();
  document.addEventListener("input", ({ target }) => target.form === form() && keep());
  document.addEventListener("htmx:after:swap", () => form() && keep());
  // Taken: the next page is on its way.
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx?.sourceElement === form() && ctx.hx?.redirect) forget();
  });
  addEventListener("submit", (event) => event.target === form() && !event.defaultPrevented && forget());
}
