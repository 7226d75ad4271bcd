// News as it happens, while one looks at the page: shown in it with a link, and as a notification of the system where a
// press of the button has allowed that. The stream is open only while the page is visible; what came meanwhile comes then.
// Without scripts the same news is in the page after a reload.

(() => {
  const find = (selector) => document.querySelector(selector);
  const shortest = 60_000;
  let source;
  let last = "";
  let over = false;
  let pause = shortest;
  let later;

  /** What this tab has shown: a page that is opened anew is told the newest once more. */
  function isNew(id) {
    try {
      const shown = JSON.parse(sessionStorage.news ?? "[]");
      if (shown.includes(id)) return false;
      sessionStorage.news = JSON.stringify([...shown, id].slice(-50));
    } catch {
      // Storage may be forbidden: then it is shown twice.
    }
    return true;
  }

  function show({ text, href }) {
    const note = find("#news-note").content.cloneNode(true);
    const link = note.querySelector("a");
    link.textContent = text;
    link.href = href;
    find("#notices").prepend(note);
    find("#live").textContent = text;
  }

  function notify({ id, text, href }) {
    if (globalThis.Notification?.permission !== "granted") return;
    try {
      const note = new Notification(text, { tag: id, body: location.hostname, icon: find("link[rel=icon]")?.href });
      note.onclick = () => {
        focus();
        location.assign(href);
      };
    } catch {
      // Some phones let only workers do this. It stands in the page.
    }
  }

  function hear({ data, lastEventId }) {
    last = lastEventId || last;
    const news = JSON.parse(data);
    for (const part of document.querySelectorAll("[data-on-news]")) part.dispatchEvent(new Event("news"));
    if (!news.text || !isNew(news.id)) return;
    show(news);
    notify(news);
  }

  function leave() {
    clearTimeout(later);
    source?.close();
    source = undefined;
  }

  function listen() {
    const place = find("[data-news]");
    if (!place || source || over || document.visibilityState !== "visible") return;
    const address = new URL(place.dataset.news, location.href);
    if (last !== "") address.searchParams.set("since", last);
    source = new EventSource(address);
    source.addEventListener("news", hear);
    source.addEventListener("open", () => (pause = shortest));
    source.addEventListener("bye", () => {
      over = true;
      leave();
    });
    // Lost, the browser asks again by itself; refused, or with nothing to hear yet, it does not.
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      leave();
      later = setTimeout(listen, pause);
      pause = Math.min(pause * 2, 16 * shortest);
    });
  }

  /** The button is there only while it can do something; else it is said how it stands. */
  function offer() {
    const button = find("#news-ask");
    if (!button) return;
    const state = globalThis.Notification?.permission ?? "unsupported";
    button.hidden = state !== "default";
    find("#news-said").textContent = button.dataset[state] ?? "";
  }

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("#news-ask");
    if (!button) return;
    const state = await Notification.requestPermission();
    offer();
    if (state === "default") find("#news-said").textContent = button.dataset.unsaid;
    else find("#news-said").focus(); // the button that had it is gone
  });

  document.addEventListener("htmx:after:swap", () => {
    offer();
    if (find("#news-ask")) listen(); // somebody has just asked to be told
  });
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? listen() : leave()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  offer();
  listen();
})();
