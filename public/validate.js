// Forms check themselves as one types, by the rules that the shop checks them by (rules-*.js, generated from its source). A
// message comes when a field is left, and goes as soon as the field is mended; what only the shop knows it is asked, by
// the htmx of the field. Without this module the shop says all of it, and it checks again whatever this one let through.

const here = new URL(import.meta.url);
const loaded = new Map();
/** Fields that were left once, or refused: these are checked at each letter. By form and id, since elements come and go. */
const left = new Set();

const formOf = (control) => control?.form?.closest("form[data-checks]");
const keyOf = (control) => `${formOf(control).dataset.checks}/${idOf(control)}`;
const isTyped = (control) =>
  formOf(control) && control.name && control.matches("input:not([type=hidden]), textarea, select");

/** The rules of a form: undefined until they are there, and where they cannot be had. */
function rulesOf(form) {
  const name = form.dataset.checks;
  if (!loaded.has(name)) {
    loaded.set(name, undefined);
    import(new URL(`rules-${name}.js${here.search}`, here)).then(
      (rules) => {
        loaded.set(name, rules);
        // Whoever is quicker than the network has left fields meanwhile.
        tellAll();
      },
      () => {},
    );
  }
  return loaded.get(name);
}

/** As the form would be sent. A name sent twice is nothing that the shop reads. */
function typedIn(form) {
  const typed = {};
  const all = [...new FormData(form)];
  for (const [name, value] of all)
    if (typeof value === "string" && all.filter(([other]) => other === name).length === 1) typed[name] = value;
  return typed;
}

function troubleOf(control) {
  const form = formOf(control);
  const asked = form.dataset.asked;
  const troubles = rulesOf(form)?.troubles(typedIn(form), asked ? JSON.parse(asked) : undefined);
  return troubles && Object.hasOwn(troubles, control.name) ? troubles[control.name] : undefined;
}

const groupOf = (control) => (control.type === "radio" ? control.closest("fieldset") : undefined);
const idOf = (control) => (groupOf(control) ? control.name : control.id);
const messageOf = (control) => document.getElementById(`${idOf(control)}-error`);
const sentenceIn = (message) => message?.lastElementChild.textContent;

/** Where the shop puts its message, too: below label and hint, above the box. */
function put(control, message) {
  const group = groupOf(control);
  if (group) return group.querySelector("legend").after(message);
  const label = `:scope > label[for="${CSS.escape(control.id)}"]`;
  let box = control;
  while (box.parentElement !== control.form && !box.parentElement.querySelector(label)) box = box.parentElement;
  box.before(message);
}

function say(control, sentence) {
  const id = `${idOf(control)}-error`;
  let message = messageOf(control);
  if (sentenceIn(message) === sentence) return;
  if (sentence === undefined) message.remove();
  else {
    if (!message) {
      message = Object.assign(document.createElement("p"), { className: "error", id });
      const before = Object.assign(document.createElement("span"), {
        className: "visually-hidden",
        textContent: "Error: ",
      });
      message.append(before, document.createElement("span"));
      put(control, message);
      // Who leaves a field is past it: the voice of the page says what one would see.
      document.getElementById("live").textContent = sentence;
    }
    message.lastElementChild.textContent = sentence;
  }
  const told = groupOf(control) ?? control;
  const others = (told.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  const ids = [...others, ...(sentence === undefined ? [] : [id])].join(" ");
  if (ids) told.setAttribute("aria-describedby", ids);
  else told.removeAttribute("aria-describedby");
  if (told === control && sentence !== undefined) control.ariaInvalid = "true";
  else control.removeAttribute("aria-invalid");
}

/** Fields that the shop has refused are as good as left. */
const noteRefused = () => {
  for (const control of document.querySelectorAll("form[data-checks] [aria-invalid=true]")) left.add(keyOf(control));
  for (const radio of document.querySelectorAll("form[data-checks] fieldset[aria-describedby] [type=radio]"))
    left.add(keyOf(radio));
};

/** Whether the shop has to be asked about a field in which nothing is wrong as far as is known here. */
const shopKnowsMore = (control) => rulesOf(formOf(control))?.asked.includes(control.name);

/** What was said here last of each field. */
const said = new WeakMap();

function check(control) {
  if (!left.has(keyOf(control)) || !rulesOf(formOf(control))) return;
  const sentence = troubleOf(control);
  // What the shop alone can say stays until it has looked again.
  if (sentence === undefined && shopKnowsMore(control) && said.get(control) !== sentenceIn(messageOf(control))) return;
  said.set(control, sentence);
  say(control, sentence);
}

const all = () => [...document.querySelectorAll("form[data-checks]")];
const controlsOf = (form) => [...form.elements].filter(isTyped);

/** Says what has not been said yet of fields that were left. */
function tellAll() {
  for (const control of all().flatMap(controlsOf)) if (!messageOf(control)) check(control);
}

const changed = new Set();
document.addEventListener("focusin", ({ target }) => isTyped(target) && rulesOf(formOf(target)));
document.addEventListener("input", ({ target }) => {
  if (!isTyped(target)) return;
  changed.add(keyOf(target));
  check(target);
});
document.addEventListener("change", ({ target }) => {
  if (!isTyped(target) || !target.matches("select, [type=radio], [type=checkbox]")) return;
  // A choice can change what is asked of other fields.
  for (const control of controlsOf(formOf(target))) check(control);
});
document.addEventListener("focusout", ({ target }) => {
  if (!isTyped(target) || !changed.has(keyOf(target))) return;
  left.add(keyOf(target));
  if (!pressed) check(target);
});

// A message makes the page longer: were it put there between press and release, the button would slip away from under the
// finger, and nothing be clicked.
let pressed = false;
document.addEventListener("mousedown", () => (pressed = true), true);
for (const end of ["mouseup", "dragend"]) document.addEventListener(end, () => setTimeout(released), true);
function released() {
  pressed = false;
  tellAll();
  for (const control of unheard) control.dispatchEvent(new Event("change", { bubbles: true }));
  unheard.clear();
}

// For the same reason an answer of the shop that comes meanwhile is left aside, and asked for again.
const unheard = new Set();
document.addEventListener(
  "htmx:before:swap",
  (event) => {
    const control = event.detail.ctx.sourceElement;
    if (!pressed || !control.matches("input, textarea, select") || !isTyped(control)) return;
    event.preventDefault();
    unheard.add(control);
  },
  true,
);

// What can be told here is not asked of the shop.
document.addEventListener(
  "htmx:config:request",
  (event) => {
    const control = event.detail.ctx.sourceElement;
    if (!control.matches("input, textarea, select") || !isTyped(control) || !rulesOf(formOf(control))) return;
    if (troubleOf(control) !== undefined || !shopKnowsMore(control)) event.preventDefault();
  },
  true,
);

// A part of the page that came anew has lost what was said here, unless the shop says it too.
document.addEventListener("htmx:after:swap", () => {
  noteRefused();
  tellAll();
});

noteRefused();
for (const form of all()) if (form.closest("main")) rulesOf(form);
