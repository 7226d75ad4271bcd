// Written by `bun scripts/generate.ts`: what can be wrong with the form "review", from src/reviews/forms.ts. Change that, then run it.
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
var check_0 = (value) => typeof value === "string" && value === "1" || typeof value === "string" && value === "2" || typeof value === "string" && value === "3" || typeof value === "string" && value === "4" || typeof value === "string" && value === "5";
function Check(value) {
  return check_0(value);
}

var check_02 = (value) => typeof value === "string" && (value.length <= 120 || value.length <= 240 && CodePointCount2(value) <= 120);
function Check2(value) {
  return check_02(value);
}

var check_03 = (value) => typeof value === "string" && (value.length <= 3000 || value.length <= 6000 && CodePointCount2(value) <= 3000);
function Check3(value) {
  return check_03(value);
}

var check_04 = (value) => typeof value === "string" && ((value.length >= 2 || value.length >= 1 && CodePointCount2(value) >= 1) && (value.length <= 60 || value.length <= 120 && CodePointCount2(value) <= 60));
function Check4(value) {
  return check_04(value);
}

var check_05 = (value) => typeof value === "string" && (value.length <= 300 || value.length <= 600 && CodePointCount2(value) <= 300);
function Check5(value) {
  return check_05(value);
}

var check_06 = (value) => typeof value === "boolean";
function Check6(value) {
  return check_06(value);
}

var rules = { rating: { optional: !1, secret: !1, say: "Choose from 1 to 5 stars" }, title: { type: "string", optional: !0, secret: !1, say: "Shorten it to 120 characters" }, body: { type: "string", optional: !0, secret: !1, say: "Shorten it to 3,000 characters" }, author: { type: "string", optional: !1, secret: !1, say: "Enter a name of at most 60 characters, or an initial" }, pictureAlt: { type: "string", optional: !0, secret: !1, say: "Shorten it to 300 characters" }, dropPicture: { type: "boolean", optional: !0, secret: !1, say: "" } }, checks = { rating: Check, title: Check2, body: Check3, author: Check4, pictureAlt: Check5, dropPicture: Check6 }, asked = [], troubles = (typed) => judge(rules, (field, value) => checks[field](value), typed).errors;
export {
  asked,
  troubles
};
