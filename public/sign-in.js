// The form to sign in always says how it went: an answer without a message of the shop's gets one here.

const inForm = (ctx) => ctx?.response && ctx.sourceElement?.closest?.("#sign-in form");
const isOurs = ({ text = "" }) => text.includes("<hx-") || text.includes('id="sign-in"');
const isMute = (ctx) => inForm(ctx) && !isOurs(ctx) && (ctx.response.status < 200 || ctx.response.status > 299);

function messageIn({ text }) {
  try {
    const { message } = JSON.parse(text);
    return typeof message === "string" && message.trim() !== "" ? message : undefined;
  } catch {
    return undefined;
  }
}

function say(ctx) {
  const notices = document.querySelector("#notices");
  const { content } = document.querySelector("#no-answer");
  if (!notices.querySelector("[data-retry]")) notices.prepend(content.cloneNode(true));
  const said = document.createElement("span");
  said.textContent = messageIn(ctx) ?? "Login failed";
  const kept = document.createElement("small");
  kept.textContent = " What you typed is still here.";
  notices.querySelector("[data-retry]").closest(".notice").querySelector("p").replaceChildren(said, kept);
}

// After shop.js, whose notice with the button to try again is used for it.
document.addEventListener("htmx:after:request", ({ detail }) => isMute(detail.ctx) && say(detail.ctx), true);
document.addEventListener("htmx:before:swap", (event) => isMute(event.detail.ctx) && event.preventDefault(), true);
