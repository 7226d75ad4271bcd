// Holds the catalogue and searches it away from the page's own thread. What it runs is the shop's own code, made into one
// module: asked for under the same version as this file, so that it is there without a connection as well.

const code = import(`./device-catalogue.js${new URL(import.meta.url).search}`);
let catalogue;

async function act({ act: what, buffer, id, ...asked }) {
  const { readCatalogue, choices, answer } = await code;
  const began = performance.now();
  if (what === "open") {
    catalogue = readCatalogue(buffer);
    return { act: what, ...choices(catalogue), took: performance.now() - began };
  }
  const found = answer(catalogue, asked);
  return { act: what, id, ...found, took: performance.now() - began };
}

onmessage = ({ data }) => {
  act(data).then(postMessage, (error) => postMessage({ act: "failed", trouble: String(error?.message ?? error) }));
};
