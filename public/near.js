// "Use where I am": asks the device only when pressed, sends the place rounded to about a hundred metres, and says in the
// page's own words what went wrong. Without scripts, or where no device tells, the form asks for a town or a postcode.

const button = document.querySelector("#near-me");
const news = document.querySelector("#near-news");
const form = document.querySelector("#near-form");
const troubles = ["", "denied", "unavailable", "late"];

const say = (what) => (news.textContent = what ? button.dataset[what] : "");
const hidden = (name, value) => {
  const field =
    form.elements[name] ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
  field.value = value;
};
const round = (degrees) => degrees.toFixed(3);

function found({ coords }) {
  say("");
  button.ariaBusy = "false";
  hidden("lat", round(coords.latitude));
  hidden("lon", round(coords.longitude));
  form.elements.near.value = "";
  form.requestSubmit();
}

function failed({ code }) {
  button.ariaBusy = "false";
  say(troubles[code] ?? "unavailable");
  form.elements.near.focus();
}

if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.ariaBusy === "true") return;
    say("asking");
    button.ariaBusy = "true"; // not disabled: the focus would fall off it
    navigator.geolocation.getCurrentPosition(found, failed, { timeout: 10_000, maximumAge: 600_000 });
  });
  // A town that is typed counts for more than where the device was.
  form.elements.near.addEventListener("input", () => {
    for (const name of ["lat", "lon"]) form.elements[name]?.remove();
  });
}
