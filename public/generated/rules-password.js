// Written by `bun scripts/generate.ts`: what can be wrong with the form "password", from src/accounts/forms.ts. Change that, then run it.
function judge(rules, isRight, typed) {
  let value = {}, errors = {};
  for (let [name, rule] of Object.entries(rules)) {
    let read = readField(rule, Object.hasOwn(typed, name) ? typed[name] : void 0);
    if (read !== void 0)
      value[name] = read;
    let refused = read === void 0 ? !rule.optional : !isRight(name, read), sentence = sentenceOf(rule, read, refused);
    if (sentence !== void 0)
      errors[name] = sentence;
  }
  return { value, errors };
}
function readField(rule, typed) {
  if (rule.type === "boolean")
    return typed === void 0 ? void 0 : ["on", "yes", "true", "1"].includes(typed);
  if (typed === void 0)
    return;
  let plain = typed.replaceAll("\x00", ""), trimmed = rule.secret ? plain : plain.trim();
  if (trimmed === "" && rule.optional)
    return;
  if (rule.type === "integer")
    return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
  return trimmed;
}
function sentenceOf(rule, value, refused) {
  if (value === void 0 || value === "")
    return refused ? rule.empty ?? rule.say : void 0;
  let text = typeof value === "string" ? value : void 0, trouble = text === void 0 ? void 0 : rule.trouble?.(text);
  if (trouble !== void 0 || refused)
    return trouble ?? rule.say;
  return text === void 0 ? void 0 : rule.shopTrouble?.(text);
}

var leastPassword = 8, mostPasswordBytes = 1024, sentences = {
  required: "All fields are required.",
  short: `Password must be at least ${leastPassword} characters.`,
  long: "Password must be at most 1,024 bytes.",
  common: "That password is one of the first that others would try. Choose another.",
  email: "Enter an email address such as name@example.com.",
  name: "Enter a name of at most 100 characters.",
  taken: "An account with this email already exists.",
  refused: "Invalid email or password.",
  wrongCode: "That code is not right, or was used already. Wait for the next one.",
  noCode: "Enter the six digits that your app shows.",
  noMatch: "That is not your password.",
  noEmail: "Enter your email address.",
  noPassword: "Enter your password.",
  noName: "Enter your name."
};
function lengthTrouble(password) {
  if (password.length < leastPassword)
    return sentences.short;
  return (/* @__PURE__ */ new TextEncoder()).encode(password).length > mostPasswordBytes ? sentences.long : void 0;
}

function CodePointCount(value) {
  let result = 0, index = 0, prev = 0;
  while (index < value.length) {
    let next = value.charCodeAt(index++) >> 10;
    result += +((prev << 8 | next) !== 13879), prev = next;
  }
  return result;
}

function CodePointCount2(value) {
  return CodePointCount(value);
}
var check_0 = (value) => typeof value === "string" && ((value.length >= 2 || value.length >= 1 && CodePointCount2(value) >= 1) && (value.length <= 2000 || value.length <= 4000 && CodePointCount2(value) <= 2000));
function Check(value) {
  return check_0(value);
}

var check_02 = (value) => typeof value === "string" && ((value.length >= 2 || value.length >= 1 && CodePointCount2(value) >= 1) && (value.length <= 1024 || value.length <= 2048 && CodePointCount2(value) <= 1024));
function Check2(value) {
  return check_02(value);
}

var rules = { password: { type: "string", optional: !1, secret: !0, say: "Invalid email or password.", empty: "Enter your password." }, newPassword: { type: "string", optional: !1, secret: !0, say: "Password must be at most 1,024 bytes.", empty: "Choose a new password.", trouble: lengthTrouble } }, checks = { password: Check, newPassword: Check2 }, asked = ["newPassword"], troubles = (typed) => judge(rules, (field, value) => checks[field](value), typed).errors;
export {
  asked,
  troubles
};
