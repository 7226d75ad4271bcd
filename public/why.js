// "Why this price?" in place: an amount's link opens in a dialog, which gives the focus back when it is closed.

const dialog = document.querySelector("#why");
const body = document.querySelector("#why-body");

document.addEventListener("click", async (event) => {
  const { target } = event;
  if (target === dialog) dialog.close();
  const link = target.closest?.("a[data-why]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const before = body.firstChild;
  await htmx.ajax("GET", link.href, { target: "#why-body", swap: "innerHTML", source: link }).catch(() => {});
  if (body.firstChild === before) location.assign(link.href);
  else if (dialog.open) body.querySelector("h2")?.focus();
  else dialog.showModal();
});
