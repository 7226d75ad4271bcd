"use strict";
// A product file is looked at before it is sent: cut into pieces, which workers check by the shop's own rules while the page
// stays free. What the shop says after it was sent is what counts; on its page, this is shown beside.

{
  const pieceBytes = 1 << 20;
  const longestRecord = 4 << 20;
  const mostWorkers = 4;
  const remembered = "import-preview";

  const root = document.querySelector("#import-preview");
  const input = document.querySelector("#file");
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  const count = (number) => number.toLocaleString("en-US");

  class OtherEncoding extends Error {}

  /** Cuts, checks and joins. `onPiece` hears how many bytes are done; throws what stopped it. */
  async function lookAt(file, { far, asked, limit, onPiece }) {
    const read = (from, to) => file.slice(from, to).arrayBuffer();
    const opened = await far.open(async () => {
      const buffer = await read(0, pieceBytes);
      return [{ buffer, asked }, [buffer]];
    });
    if (opened.refused) return opened;

    const pieces = [];
    const running = new Set();
    let failure;
    let isBroken = false;
    function check(from, to) {
      const place = pieces.push(undefined) - 1;
      const make = async () => {
        const buffer = await read(from, to);
        return [{ buffer, opened, isFirst: from === 0 }, [buffer]];
      };
      const one = far
        .check(make)
        .then((done) => {
          if (done.otherEncoding) throw new OtherEncoding();
          pieces[place] = done;
          onPiece(to - from);
        })
        .catch((error) => void (failure ??= error))
        .finally(() => running.delete(one));
      running.add(one);
    }

    for (let at = 0, size = pieceBytes; at < file.size && !isBroken && !failure;) {
      const [from, to] = [at, Math.min(at + size, file.size)];
      const isLast = to === file.size;
      const make = async () => {
        const buffer = await read(from, to);
        return [{ buffer, writing: opened.writing, isLast }, [buffer]];
      };
      const { end, isOpen } = await far.cut(make, true);
      if (end > 0) check(from, from + end);
      isBroken = end === 0 ? isLast || size > longestRecord : isLast && isOpen;
      at += end;
      size = end === 0 ? size * 2 : pieceBytes;
      while (running.size >= limit) await Promise.race(running);
    }
    await Promise.all(running);
    if (failure) throw failure;
    return far.join(async () => [{ pieces, opened, isBroken }]);
  }

  /** The longest that this thread was not free, in milliseconds, from now until it is asked. */
  function watchThread() {
    const beat = 10;
    let [longest, last, isOver] = [0, performance.now(), false];
    function tick() {
      const now = performance.now();
      if (!document.hidden) longest = Math.max(longest, now - last - beat);
      last = now;
      if (!isOver) setTimeout(tick, beat);
    }
    setTimeout(tick, beat);
    return () => {
      isOver = true;
      return Math.max(0, Math.round(longest));
    };
  }

  let current;

  function stop() {
    current?.pool.close();
    current = undefined;
  }

  async function isPacked(file) {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return first === 0x1f && second === 0x8b;
  }

  async function start(file) {
    stop();
    show("looking", `Looking at ${file.name} ...`);
    if (await isPacked(file)) return show("told", "A packed file is looked at by the shop alone. Send it.");
    const { openPool } = await import(root.dataset.pool);
    const size = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, mostWorkers));
    const troubles = [];
    const { worker: address, watchdog, currency } = root.dataset;
    const pool = openPool({ address, size, patience: Number(watchdog), onTrouble: (why) => troubles.push(why) });
    const mine = (current = { pool });
    const longestBlock = watchThread();
    const began = performance.now();
    const from = document.querySelector("#form").value || undefined;

    function attempt(encoding) {
      let done = 0;
      const onPiece = (bytes) => void (part("progress").value = (done += bytes) / file.size);
      return lookAt(file, { far: pool.far, asked: { currency, from, encoding }, limit: size * 2, onPiece });
    }
    try {
      const verdict = await attempt().catch((error) => {
        if (error instanceof OtherEncoding) return attempt("windows-1252");
        throw error;
      });
      if (current !== mine) return;
      const seconds = (performance.now() - began) / 1000;
      tell(file, verdict, { seconds, block: longestBlock(), facts: pool.facts, troubles });
    } catch (error) {
      if (current === mine) {
        show("told", `Your browser could not look at it (${error.message}). Send it: the shop will.`);
        profile({ facts: pool.facts, troubles });
      }
    } finally {
      longestBlock();
      if (current === mine) stop();
    }
  }

  /** What is seen of the panel: "looking" with its bar, "told" with what was found. */
  function show(state, words) {
    root.hidden = false;
    root.dataset.state = state;
    part("words").textContent = words;
    part("looking").hidden = state !== "looking";
    part("progress").value = 0;
    for (const name of ["figures", "troubles", "profile"]) part(name).hidden = true;
  }

  function tell(file, verdict, figures) {
    if (verdict.refused) return show("told", verdict.refused);
    const { rows, products, troubled, ragged, troubles } = verdict;
    const words = troubled === 0 ? "Nothing is wrong that a browser can see." : `${count(troubled)} to look at.`;
    show(
      "told",
      troubled === 0 ? words : `${words} Mend them first, or send it: rows that cannot be read are left out.`,
    );
    for (const [name, number] of Object.entries({ rows, products, troubled, ragged }))
      part("figures").querySelector(`[data-figure=${name}]`).textContent = count(number);
    part("figures").hidden = false;
    part("rows").replaceChildren(...troubles.slice(0, 50).map(rowOf));
    part("troubles").hidden = troubles.length === 0;
    profile({ ...figures, rows });
    try {
      sessionStorage.setItem(remembered, JSON.stringify({ bytes: file.size, words, rows, products, troubled, ragged }));
    } catch {
      // storage may be forbidden: then it is not shown again
    }
  }

  function rowOf({ row, column, reason }) {
    const line = part("row").content.firstElementChild.cloneNode(true);
    const cells = [count(row), column, reason];
    for (const [at, cell] of [...line.children].entries()) cell.textContent = cells[at];
    return line;
  }

  function profile({ seconds, rows, block, facts, troubles }) {
    const { size, tasks, handed, kept, replaced } = facts;
    const parts = [];
    if (rows !== undefined)
      parts.push(
        `${count(rows)} rows in ${seconds.toFixed(2)} s, ${count(Math.round(rows / seconds))} rows a second, by ${size} workers in ${tasks} tasks.`,
        `${handed} pieces of memory were handed over, ${kept} kept here.`,
        `The page was busy for ${block} ms at most.`,
      );
    if (replaced > 0)
      parts.push(
        `${replaced === 1 ? "One worker was" : `${replaced} workers were`} replaced: ${[...new Set(troubles)].join("; ")}.`,
      );
    part("profile").textContent = parts.join(" ");
    part("profile").hidden = parts.length === 0;
  }

  /** On the page of a file that was sent: what was seen of it before. */
  function showBefore() {
    try {
      const before = JSON.parse(sessionStorage.getItem(remembered) ?? "{}");
      if (before.bytes !== Number(root.dataset.bytes)) return;
      part("words").textContent = before.words;
      for (const name of ["rows", "products", "troubled", "ragged"])
        root.querySelector(`[data-figure=${name}]`).textContent = count(before[name]);
      root.hidden = false;
    } catch {
      // nothing is known of it
    }
  }

  /** Who stands on a button that is gone when the work is done comes to what is said instead. */
  function keepPlace() {
    let wasInside = false;
    const inside = () => document.querySelector("#import-job")?.contains(document.activeElement) ?? false;
    document.addEventListener("htmx:before:swap", () => void (wasInside = inside()));
    document.addEventListener("htmx:after:swap", () => {
      if (wasInside && !inside()) document.querySelector("#job-h")?.focus();
    });
  }

  if (root && "bytes" in root.dataset) {
    showBefore();
    keepPlace();
  } else if (root && input && typeof Worker !== "undefined") {
    input.addEventListener("change", () => {
      const [file] = input.files;
      if (file) start(file);
      else {
        stop();
        root.hidden = true;
      }
    });
    document.querySelector("#form").addEventListener("change", () => input.files[0] && start(input.files[0]));
    part("cancel").addEventListener("click", () => {
      stop();
      show("told", "You stopped it. The shop checks the file when it is sent.");
      input.focus();
    });
  }
}
