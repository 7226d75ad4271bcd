// Written by `bun scripts/generate.ts`: what can be wrong with the form "pickup", from src/pickup/forms.ts. Change that, then run it.
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

var placeTrouble = (typed) => /[\p{L}\p{N}]/u.test(typed) ? void 0 : "Type a town or a postcode, such as the one on your letters.";

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
var check_0 = (value) => typeof value === "string" && (value.length <= 80 || value.length <= 160 && CodePointCount2(value) <= 80);
function Check(value) {
  return check_0(value);
}

var check_02 = (value) => typeof value === "string" && (value.length <= 20 || value.length <= 40 && CodePointCount2(value) <= 20);
function Check2(value) {
  return check_02(value);
}

var check_03 = (value) => typeof value === "string" && (value.length <= 20 || value.length <= 40 && CodePointCount2(value) <= 20);
function Check3(value) {
  return check_03(value);
}

var check_04 = (value) => typeof value === "string" && (value.length <= 200 || value.length <= 400 && CodePointCount2(value) <= 200);
function Check4(value) {
  return check_04(value);
}

var rules = { near: { type: "string", optional: !0, secret: !1, say: "Type a town or a postcode, such as the one on your letters.", trouble: placeTrouble }, lat: { type: "string", optional: !0, secret: !1, say: "Type a town or a postcode, such as the one on your letters." }, lon: { type: "string", optional: !0, secret: !1, say: "Type a town or a postcode, such as the one on your letters." }, product: { type: "string", optional: !0, secret: !1, say: "" } }, checks = { near: Check, lat: Check2, lon: Check3, product: Check4 }, asked = [], troubles = (typed) => judge(rules, (field, value) => checks[field](value), typed).errors;
export {
  asked,
  troubles
};
