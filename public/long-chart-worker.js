// Draws the long view away from the page's own thread: it gets the canvas, fetches the orders, and says how long a picture took.

import { longChart } from "./long-chart-draw.js";

let chart;

async function act({ act: what, ...given }) {
  if (what === "open") {
    chart = longChart(given.canvas, given.look);
    chart.resize(given.size);
    const answer = await fetch(given.from);
    if (!answer.ok) throw new Error(`the shop said ${answer.status}`);
    return chart.load(await answer.arrayBuffer());
  }
  return chart[what](...given.with);
}

// One after another: what is pressed while the orders are on their way waits for them.
let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last
    .then(() => act(data))
    .then(
      (drawn) => postMessage(drawn),
      (error) => postMessage({ trouble: String(error.message ?? error) }),
    );
};
