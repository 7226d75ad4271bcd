// Workers that take tasks in turn, called as if their functions were here. One that throws, or says nothing for too long, is
// dismissed and told of; another takes its place, and its task.

const mostTries = 3;
const mostTroubles = 12;

/** What is asked of a task's maker: what to send, and which memory goes over with it instead of being copied. */
export function openPool({ address, size, patience, onTrouble = () => {} }) {
  const line = [];
  const hands = new Set();
  const facts = { size, tasks: 0, handed: 0, kept: 0, replaced: 0 };
  let closed = false;

  function hire() {
    const worker = new Worker(address, { type: "module" });
    const hand = { worker, task: undefined, timer: undefined };
    worker.onmessage = ({ data }) => {
      if (!hand.task || data.id !== hand.task.id) return;
      if ("failed" in data) dismiss(hand, data.failed);
      else finish(hand, data.done);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      dismiss(hand, event.message || "it did not start");
    };
    worker.onmessageerror = () => dismiss(hand, "it could not be understood");
    hands.add(hand);
  }

  function finish(hand, done) {
    clearTimeout(hand.timer);
    const { task } = hand;
    hand.task = undefined;
    task.resolve(done);
    next();
  }

  function dismiss(hand, why) {
    if (!hands.delete(hand)) return;
    clearTimeout(hand.timer);
    hand.worker.terminate();
    facts.replaced += 1;
    onTrouble(why);
    const { task } = hand;
    if (facts.replaced > mostTroubles) return close(new Error(why));
    if (task && (task.tries += 1) < mostTries) line.unshift(task);
    else task?.reject(new Error(why));
    if (!closed) hire();
    next();
  }

  async function give(hand, task) {
    hand.task = task;
    const [given, memory = []] = await task.make();
    if (closed || !hands.has(hand)) return;
    hand.worker.postMessage({ id: task.id, act: task.act, given }, memory);
    facts.handed += memory.length;
    facts.kept += memory.filter(({ byteLength }) => byteLength > 0).length; // what was handed over is empty here
    hand.timer = setTimeout(() => dismiss(hand, `it said nothing for ${patience} ms`), patience);
  }

  function next() {
    for (const hand of hands) {
      if (hand.task || line.length === 0) continue;
      const task = line.shift();
      give(hand, task).catch((error) => {
        hand.task = undefined;
        task.reject(error);
        next();
      });
    }
  }

  function run(act, make, isUrgent) {
    return new Promise((resolve, reject) => {
      if (closed) return reject(new Error("closed"));
      facts.tasks += 1;
      const task = { id: facts.tasks, act, make, resolve, reject, tries: 0 };
      if (isUrgent) line.unshift(task);
      else line.push(task);
      next();
    });
  }

  function close(error = new Error("closed")) {
    closed = true;
    for (const { worker, timer, task } of hands) {
      clearTimeout(timer);
      worker.terminate();
      task?.reject(error);
    }
    hands.clear();
    for (const task of line.splice(0)) task.reject(error);
  }

  for (let count = 0; count < size; count += 1) hire();
  /** `far.check(make)` runs `check` in whichever worker is free. */
  const far = new Proxy({}, { get: (_, act) => (make, isUrgent) => run(act, make, isUrgent) });
  return { far, facts, close };
}
