// The account as the shop has it now: asked for by fetch once the page is there, and again when one comes back to it from
// another tab or by the back button. The page is whole without this; where nothing answers, what was drawn stands.

const profile = document.querySelector("[data-profile]");
const gone = document.querySelector("#signed-out");

async function refresh() {
  const answer = await fetch(profile.dataset.profile, { cache: "no-store" }).catch(() => undefined);
  if (answer === undefined) return;
  gone.hidden = answer.status !== 401;
  if (!answer.ok) return;
  const { user } = await answer.json();
  for (const field of profile.querySelectorAll("[data-field]")) {
    const text = user[field.dataset.field];
    if (text !== undefined && field.textContent !== text) field.textContent = text;
  }
  profile.dataset.asOf = new Date().toISOString();
}

if (profile && gone) {
  void refresh();
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
}
