"use strict";
// Pictures are chosen, dropped or pasted, and sent one by one with how far each has come. What does not arrive is kept and
// sent again; the shop knows it by its name and takes it once. In a form of many fields the picture is only made smaller.

{
  const script = document.currentScript.src;
  const form = document.querySelector("form[data-upload]");
  const unreadable = /\.(heic|heif|tiff?|bmp)$|^image\/(heic|heif|tiff|bmp)$/i;

  // Away from the page's own thread where the browser can; where not, or when it takes too long, the file goes as it is.
  let worker;
  let count = 0;
  const waiting = new Map();
  try {
    worker = new Worker(script.replace("upload.js", "upload-worker.js"));
    worker.onmessage = ({ data }) => waiting.get(data.id)?.(data);
    worker.onerror = () => waiting.forEach((done) => done({}));
  } catch {
    worker = undefined;
  }

  function prepared(file) {
    if (!worker) return Promise.resolve({});
    const id = (count += 1);
    return new Promise((done) => {
      const finish = (data) => {
        waiting.delete(id);
        done(data);
      };
      waiting.set(id, finish);
      setTimeout(finish, 15_000, {});
      worker.postMessage({ id, file });
    });
  }

  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function show(canvas, thumb) {
    if (!thumb) return;
    [canvas.width, canvas.height, canvas.hidden] = [thumb.width, thumb.height, false];
    canvas.getContext("bitmaprenderer").transferFromImageBitmap(thumb);
  }

  const renamed = (blob, { name }) => new File([blob], name, { type: blob.type });
  const button = (words, act) =>
    make("button", { type: "button", className: "button quiet slim", onclick: act }, words);

  // One after another, in the order in which they came.
  let last = Promise.resolve();
  let open = 0;
  addEventListener("beforeunload", (event) => open > 0 && event.preventDefault());

  function add(files) {
    for (const file of files) {
      const row = rowFor(file);
      open += 1;
      last = last.then(() => deliver(row));
    }
  }

  function rowFor(file) {
    const canvas = make("canvas", { hidden: true, ariaHidden: "true" });
    const bar = make("progress", { max: 1, value: 0, ariaLabel: `${file.name}: sent so far` });
    const state = make("span", { className: "soft" }, "Waits its turn");
    const acts = make("span", { className: "row" });
    const element = make("li", {}, canvas, make("div", {}, make("strong", {}, file.name), bar, state, acts));
    list().append(element);
    const once = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16)).join("-");
    return { file, once, element, canvas, bar, state, acts };
  }

  function list() {
    const there = document.querySelector("#sending");
    if (there) return there;
    const made = make("ul", { id: "sending", className: "sending" });
    made.role = "list";
    form.append(made);
    return made;
  }

  async function deliver(row) {
    const { file, canvas, state } = row;
    if (!row.ready) {
      state.textContent = "Being looked at";
      const { thumb, blob } = await prepared(file);
      show(canvas, thumb);
      row.body = blob ? renamed(blob, file) : file;
      if (!blob && (unreadable.test(file.name) || unreadable.test(file.type)))
        return ended(row, "The shop cannot read this kind of picture. Save it as JPEG or PNG and send that.");
      if (row.body.size > Number(form.dataset.most) * 1024 * 1024)
        return ended(row, `It is larger than ${form.dataset.most} MiB.`);
      row.ready = true;
    }
    for (let tries = 0; ; tries += 1) {
      const answer = await post(row);
      if (answer.status === 200) return arrived(row, answer.page);
      const again = answer.status === 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500;
      if (!again && answer.status !== 401) return ended(row, answer.said || "The shop did not take it.");
      if (tries >= 2 || answer.status === 401 || answer.status === 429) return failed(row, answer);
      state.textContent = "It did not arrive. Trying again";
      await new Promise((done) => setTimeout(done, 1000 * 3 ** tries));
    }
  }

  function post({ body, once, bar, state }) {
    return new Promise((done) => {
      const fields = new FormData();
      fields.set("once", once);
      fields.set("picture", body);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("HX-Request", "true");
      request.setRequestHeader("HX-Request-Type", "partial");
      request.timeout = 125_000;
      request.upload.onprogress = ({ loaded, total }) => {
        bar.value = total > 0 ? loaded / total : 0;
        state.textContent =
          loaded < total ? `${Math.floor((loaded / total) * 100)}% sent` : "Being drawn in the shop's sizes";
      };
      request.onloadend = () => {
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        const said = page.querySelector(".notice.bad p")?.textContent.trim();
        done({ status: request.status, page, said });
      };
      request.send(fields);
    });
  }

  /** Puts what is new among the pictures; what is being typed at the others stays. */
  function arrived({ element }, page) {
    open -= 1;
    element.remove();
    const shelf = document.querySelector("#picture-list");
    // The first one could not change places while it was alone.
    for (const moves of page.querySelectorAll("[data-picture] .moves")) {
      const old = document.getElementById(moves.closest("li").id)?.querySelector(".moves");
      if (!old || old.childElementCount >= moves.childElementCount) continue;
      old.replaceWith(moves);
      window.htmx?.process(moves);
    }
    const fresh = [...page.querySelectorAll("[data-picture]")].filter(({ id }) => !document.getElementById(id));
    for (const each of fresh) {
      shelf.append(each);
      window.htmx?.process(each);
    }
    const words = page.querySelector("#pictures-words");
    if (words) document.querySelector("#pictures-words").textContent = words.textContent;
    document.querySelector("#live").textContent = "The picture is there. Say what it shows.";
    const isIdle = document.activeElement === document.body || form.contains(document.activeElement);
    if (isIdle) fresh[0]?.querySelector("[data-asks]")?.focus();
    arm();
  }

  function ended({ element, bar, state, acts }, words) {
    open -= 1;
    bar.remove();
    say(state, words);
    acts.replaceChildren(button("Leave it out", () => element.remove()));
  }

  function failed(row, { status, said }) {
    const again = () => {
      row.acts.replaceChildren();
      row.state.role = null;
      removeEventListener("online", again);
      last = last.then(() => deliver(row));
    };
    const words = status === 401 ? "You are signed out. Sign in in another tab, then try again." : said;
    say(row.state, words || "It did not arrive. It is kept here.");
    const away = () => {
      removeEventListener("online", again);
      open -= 1;
      row.element.remove();
    };
    row.acts.replaceChildren(button("Try again", again), button("Leave it out", away));
    if (status === 0) addEventListener("online", again, { once: true });
  }

  function say(state, words) {
    state.className = "error";
    state.role = "alert";
    state.textContent = words;
  }

  // Pictures are dragged to their places; the buttons below them do the same.
  let dragged;
  function arm() {
    for (const each of document.querySelectorAll("#picture-list > li")) each.draggable = true;
  }
  const order = () => [...document.querySelectorAll("[data-picture]")].map((each) => each.dataset.picture).join();

  function listen() {
    const isFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
    const over = (state) => form.classList.toggle("over", state);
    addEventListener("dragstart", ({ target, dataTransfer }) => {
      dragged = target.closest?.("#picture-list > li");
      if (dragged) dataTransfer.effectAllowed = "move";
      if (dragged) dragged.dataset.from = order();
    });
    addEventListener("dragover", (event) => {
      const place = event.target.closest?.("#picture-list > li");
      if (dragged && place && place !== dragged) {
        const { left, width } = place.getBoundingClientRect();
        place[event.clientX < left + width / 2 ? "before" : "after"](dragged);
      }
      if (dragged || isFiles(event)) event.preventDefault();
      over(!dragged && isFiles(event));
    });
    addEventListener("dragleave", ({ relatedTarget }) => relatedTarget || over(false));
    addEventListener("drop", (event) => {
      over(false);
      if (!dragged && !isFiles(event)) return;
      event.preventDefault();
      if (!dragged) add(event.dataTransfer.files);
    });
    addEventListener("dragend", () => {
      const arrange = document.querySelector("#arrange");
      if (dragged && arrange && dragged.dataset.from !== order()) {
        arrange.elements.order.value = order();
        arrange.requestSubmit();
      }
      dragged = undefined;
    });
    addEventListener("paste", (event) => {
      const { files, types } = event.clipboardData;
      // Words that bring their picture along, as office programs copy them, go where they are pasted.
      const isText = types.includes("text/plain") && event.target.matches?.("input, textarea");
      if (files.length === 0 || isText) return;
      event.preventDefault();
      add(files);
    });
    form.addEventListener("change", ({ target }) => {
      if (target.type !== "file") return;
      add([...target.files]);
      target.value = "";
    });
    document.addEventListener("htmx:after:swap", arm);
    arm();
    form.querySelector("label").textContent = "Add pictures: choose, drop or paste them";
    form.querySelector("p.row").remove(); // what is chosen is sent at once
  }

  if (form) listen();

  // In a form with more than the picture: shown and made smaller where it is chosen, and sent with the rest.
  const made = new WeakSet();
  async function look(input) {
    const [file] = input.files;
    const canvas = document.querySelector("#chosen");
    if (canvas && !file) canvas.hidden = true;
    if (!file) return;
    const { thumb, blob } = await prepared(file);
    if (input.files[0] !== file) return; // another was chosen meanwhile
    if (canvas) show(canvas, thumb);
    if (!blob || made.has(file)) return;
    const chosen = new DataTransfer();
    chosen.items.add(renamed(blob, file));
    input.files = chosen.files;
    made.add(input.files[0]);
  }
  document.addEventListener("change", ({ target }) => target.matches?.("[data-shrink]") && look(target));
  // A refused form comes back without what was drawn into it.
  document.addEventListener("htmx:after:swap", () => {
    const input = document.querySelector("[data-shrink]");
    if (input?.files.length > 0) look(input);
  });
}
