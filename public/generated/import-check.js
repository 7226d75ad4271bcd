// Written by `bun scripts/generate.ts` from src/catalog/import/preview/alone.ts: how the shop reads product files.
function readWhole(typed) {
  let found = /^([-+]?)(\d{1,12})(?:[.,]0{1,2})?$/.exec(typed.trim());
  if (!found)
    return { ok: !1, reason: `"${typed.trim().slice(0, 40)}" is not a whole number` };
  let count = Number(found[2]);
  return { ok: !0, value: found[1] === "-" && count > 0 ? -count : count };
}
var grams = { g: 1, г: 1, kg: 1000, кг: 1000, oz: 28.349523125 }, pounds = 453.59237;
function readWeight(typed, decimal, unit = "g") {
  let text = typed.trim(), found = /^(\d{0,9})(?:([.,])(\d*))?$/.exec(text), [, whole = "", mark, part = ""] = found ?? [], readable = found && (whole !== "" || part !== ""), either = mark !== void 0 && mark !== decimal && part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!readable || either)
    return { ok: !1, reason: `"${text.slice(0, 40)}" is not a weight` };
  let factor = grams[unit] ?? (/^(lb|livre|libra|фунт|pound)/.test(unit) ? pounds : 1000);
  return { ok: !0, value: Math.round(Number(`${whole || "0"}.${part || "0"}`) * factor) };
}
function readBarcode(typed) {
  let text = typed.trim().replace(/^'(?=\d)/, ""), short = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (!short)
    return { ok: !0, value: text.replace(/^(\d{6,14})\.0$/, "$1") };
  let [, lead = "", rest = "", power = "0"] = short;
  if (rest.length < Number(power))
    return { ok: !1, reason: `"${text}" has lost its last digits to a spreadsheet` };
  return { ok: !0, value: lead + rest.slice(0, Number(power)) };
}

function toCents(amount) {
  if (!Number.isSafeInteger(amount)) {
    let trouble = Number.isInteger(amount) ? "more than can be counted exactly" : "not a whole number of minor units";
    throw RangeError(`${amount} is ${trouble}`);
  }
  return amount === 0 ? 0 : amount;
}
var zero = toCents(0);
var threeDecimals = /* @__PURE__ */ new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]), noDecimals = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
function decimalsOf(currency) {
  if (noDecimals.has(currency))
    return 0;
  return threeDecimals.has(currency) ? 3 : 2;
}
function readMoney(text, currency) {
  let decimals = decimalsOf(currency), found = /^(\d{1,13})(?:\.(\d{1,3}))?$/.exec(text.trim()), fraction = found?.[2] ?? "";
  if (!found || fraction.length > decimals)
    return;
  return toCents(Number(`${found[1]}${fraction.padEnd(decimals, "0")}`));
}

var ok = (value) => ({ ok: !0, value }), no = (reason) => ({ ok: !1, reason }), signs = {
  $: "USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD",
  US$: "USD",
  CA$: "CAD",
  A$: "AUD",
  NZ$: "NZD",
  R$: "BRL",
  "€": "EUR",
  "£": "GBP EGP",
  "¥": "JPY CNY",
  "₹": "INR",
  "₽": "RUB",
  "₴": "UAH",
  "₩": "KRW",
  "₺": "TRY",
  "₪": "ILS",
  "₫": "VND",
  "฿": "THB",
  zł: "PLN",
  kr: "SEK NOK DKK ISK",
  "kr.": "DKK",
  Kč: "CZK",
  Ft: "HUF",
  лв: "BGN"
};
function readPrice(typed, currency, decimal) {
  let text = typed.replace(/\s+/g, " ").trim(), shown = `"${text.slice(0, 40)}"`, parts = /^([^\d.,'’ -]{0,4}) ?([\d.,'’ ]*\d[.,]?) ?([^\d.,'’ -]{0,4})$/u.exec(text);
  if (/^[^\d]{0,5}[-−][^\d]{0,5}\d/u.test(text))
    return no(`${shown} is below zero`);
  if (!parts)
    return no(`${shown} is not a price`);
  let foreign = [parts[1], parts[3]].find((sign) => sign && !means(sign, currency));
  if (foreign)
    return no(`${shown} is in "${foreign}", but the shop sells in ${currency}`);
  let digits = plainDigits(parts[2] ?? "", decimalsOf(currency), decimal);
  if (digits === "either")
    return no(`${shown} may mean thousands or decimals: write it with no mark between thousands`);
  let amount = digits === void 0 ? void 0 : readMoney(digits, currency);
  if (amount !== void 0)
    return ok(amount);
  let fine = digits !== void 0 && /^\d{1,13}\.\d+$/.test(digits);
  return no(fine ? `${shown} is finer than the smallest coin of ${currency}` : `${shown} is not a price`);
}
function means(sign, currency) {
  return sign.toUpperCase() === currency || (signs[sign] ?? "").split(" ").includes(currency);
}
function plainDigits(text, decimals, decimal) {
  let closed = text.replace(/^(\d{1,3}(?:[ '’]\d{3})+)(?=[.,]|$)/, (whole) => whole.replace(/[ '’]/g, ""));
  if (/^\d+$/.test(closed))
    return closed;
  if (/^\d{1,3}(?:,\d{3})+\.\d*$/.test(closed))
    return fraction(closed.replaceAll(",", ""), decimals);
  if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(closed))
    return fraction(closed.replaceAll(".", "").replace(",", "."), decimals);
  if (/^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/.test(closed))
    return closed.replace(/[.,]/g, "");
  let lone = /^(\d*)([.,])(\d*)$/.exec(closed);
  if (!lone)
    return;
  let [, whole = "", mark, part = ""] = lone, mayBeThousands = /^[1-9]\d{0,2}$/.test(whole) && part.length === 3;
  if (mayBeThousands && decimals === 0)
    return `${whole}${part}`;
  if (mayBeThousands && !(decimals === 3 && mark === decimal))
    return "either";
  return fraction(`${whole || "0"}.${part}`, decimals);
}
function fraction(digits, decimals) {
  let [whole = "0", part = ""] = digits.split("."), kept = part.slice(0, decimals) + part.slice(decimals).replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}

function cellsOf({ header, currency, decimal }, row, troubles) {
  let at = (place) => cleaned(row.cells[place] ?? "", header.form === "pushcart"), text = (field) => textAt({ header }, row, field), label = (field) => header.labels[header.places.get(field)?.[0] ?? -1] ?? field, trouble = (field, reason, leftOut = !1) => void troubles.push({ row: row.number, column: label(field), reason, leftOut }), read = (field, value, otherwise) => {
    if (!value.ok)
      trouble(field, value.reason);
    return value.ok ? value.value : otherwise;
  };
  return {
    number: row.number,
    at,
    text,
    line: (field) => text(field).replace(/\s+/g, " "),
    has: (field) => header.places.has(field),
    trouble,
    price(field) {
      let value = text(field) === "" ? { ok: !1, reason: "there is no price" } : readPrice(text(field), currency, decimal);
      if (!value.ok)
        trouble(field, value.reason, !0);
      return value.ok ? value.value : void 0;
    },
    priceOrNone: (field) => text(field) === "" ? null : read(field, readPrice(text(field), currency, decimal), null),
    whole: (field) => text(field) === "" ? 0 : read(field, readWhole(text(field)), 0),
    weight: (field, unit = "g") => text(field) === "" ? 0 : read(field, readWeight(text(field), decimal, unit), 0),
    barcode: (field) => read(field, readBarcode(text(field)), ""),
    list: (field) => unique(splitList(text(field)))
  };
}
function cleaned(cell, own) {
  if (cell === "")
    return cell;
  let sound = cell.isWellFormed() ? cell : cell.toWellFormed(), text = (sound.includes("\x00") ? sound.replaceAll("\x00", "") : sound).trim();
  if (!text.startsWith("'"))
    return text;
  return own ? text.replace(/^'(?=['=+\-@\t\r])/, "") : text.replace(/^'(?=[=+\-@])/, "");
}
function textAt({ header }, row, field) {
  for (let place of header.places.get(field) ?? []) {
    let text = cleaned(row.cells[place] ?? "", header.form === "pushcart");
    if (text !== "")
      return text;
  }
  return "";
}
function splitList(text) {
  return text.split(/(?<!\\),/).map((part) => part.replaceAll("\\,", ",").replace(/\s+/g, " ").trim()).filter((part) => part !== "");
}
function unique(words) {
  let seen = /* @__PURE__ */ new Set;
  return words.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()));
}
var straightRows = (sheet, rows, troubles) => rows.filter((row) => {
  let trouble = shifted(sheet.header, row);
  if (trouble)
    troubles.push(trouble);
  return !trouble;
});
function shifted(header, row) {
  let extra = row.cells.slice(header.labels.length).findIndex((cell) => cell.trim() !== "");
  if (extra < 0)
    return;
  let reason = `the row has more cells than the header (${header.labels.length}); is a comma or a quotation mark missing?`;
  return { row: row.number, column: `column ${header.labels.length + extra + 1}`, reason, leftOut: !0 };
}

var spelled = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
  đ: "d",
  þ: "th",
  ı: "i"
};
function handleOf(text) {
  return text.toLowerCase().replace(/[ßæøœłđþı]/g, (letter) => spelled[letter] ?? letter).normalize("NFKD").replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+|['’]/gu, "").normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").slice(0, 200).replace(/^-+|-+$/g, "");
}
function handleIn(text) {
  let read = /%[\da-f]{2}/i.test(text) ? letters(text) : text;
  return handleOf(read) || [...read].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join("-");
}
function letters(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function plain(name) {
  return name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
function repeatsHeader(header, cells) {
  return header.labels.filter((label) => label !== "").length > 1 && header.labels.every((label, place) => plain(cells[place] ?? "") === plain(label));
}

function rowsIn(text, delimiter) {
  let rows = [], cells = [], at = 0;
  function endOf(from) {
    let place = from;
    for (;place < text.length; place += 1) {
      let letter = text[place];
      if (letter === delimiter || letter === `
` || letter === "\r")
        break;
    }
    return place;
  }
  function quoted() {
    let value = "";
    for (let from = at + 1;; ) {
      let close = text.indexOf('"', from);
      if (close < 0)
        return at = text.length, value + text.slice(from);
      let next = text[close + 1];
      if (next === '"') {
        value += text.slice(from, close + 1), from = close + 2;
        continue;
      }
      value += text.slice(from, close);
      let isClosed = next === void 0 || next === delimiter || next === `
` || next === "\r" || next === "\x00";
      return at = endOf(close + 1), `${isClosed ? value : `"${value}"`}${text.slice(close + 1, at)}`;
    }
  }
  while (at < text.length) {
    if (text[at] === '"')
      cells.push(quoted());
    else {
      let end = endOf(at);
      cells.push(text.slice(at, end)), at = end;
    }
    let mark = text[at];
    if (at += mark === "\r" && text[at + 1] === `
` ? 2 : 1, mark === delimiter && at < text.length)
      continue;
    if (mark === delimiter)
      cells.push("");
    rows.push(cells), cells = [];
  }
  return rows;
}

class OtherEncoding extends Error {
}
function textOf(bytes, { encoding }, isFirst) {
  try {
    return new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: !isFirst }).decode(bytes);
  } catch {
    throw new OtherEncoding(encoding);
  }
}
var labelOf = ({ header }) => (field) => header.labels[header.places.get(field)?.[0] ?? -1] ?? field;

var mostShown = 200, says = { title: 1, price: 2, trouble: 4 }, yes = (flag, bit) => flag ? bit : 0, anyLeftOut = (troubles) => yes(troubles.some((each) => each.leftOut), says.trouble), reads = {
  shopify(cells, troubles) {
    let key = handleIn(cells.text("handle"));
    if (key === "") {
      cells.trouble("handle", "there is no handle", !0);
      return;
    }
    let priced = (cells.text("price") !== "" || cells.text("option1Value") !== "") && readFigures(cells), told = yes(cells.line("title") !== "", says.title) | yes(priced, says.price);
    return { key, told: told | anyLeftOut(troubles) };
  },
  woocommerce(cells) {
    let isKind = /variation|variante|variación|variazione|variatie|вариаци|wariant|variação/i.test(cells.text("type"));
    for (let field of ["regularPrice", "salePrice"])
      cells.priceOrNone(field);
    if (isKind)
      return;
    if (cells.line("name") === "") {
      cells.trouble("name", "the product has no title", !0);
      return;
    }
    return { key: cells.text("id") || cells.text("sku") || cells.line("name"), told: says.title | says.price };
  },
  pushcart(cells) {
    let row = cells.text("row").toLowerCase(), key = handleOf(cells.text("handle"));
    if (key === "")
      cells.trouble("handle", "there is no handle", !0);
    else if (row === "variant")
      readFigures(cells);
    else if (row === "product" && cells.line("title") === "")
      cells.trouble("title", "there is no product row with a handle and a title above it", !0);
    else if (!["product", "picture", "collection"].includes(row))
      cells.trouble("row", `"${cells.text("row")}" is no kind of row`, !0);
    return row === "product" && key !== "" ? { key, told: says.title | says.price } : void 0;
  }
};
function readFigures(cells) {
  let price = cells.price("price");
  return cells.priceOrNone("compareAt"), cells.whole("stock"), cells.weight("weight"), price !== void 0;
}
function checkPiece(bytes, opened, isFirst) {
  let records = rowsIn(textOf(bytes, opened, isFirst), opened.delimiter), read = reads[opened.header.form], [shown, keys, begins, told] = [[], [], [], []], [rows, ragged, troubled, last] = [0, 0, 0, ""];
  for (let [at, cells] of records.entries()) {
    if (isFirst && at === 0 && opened.noted)
      continue;
    if (cells.every((cell) => cell.trim() === "") || repeatsHeader(opened.header, cells))
      continue;
    rows += 1;
    let row = { number: at + 1, cells }, troubles = [], isStraight = straightRows(opened, [row], troubles).length > 0;
    if (!isStraight)
      ragged += 1;
    let said = isStraight ? read(cellsOf(opened, row, troubles), troubles) : void 0;
    if (isStraight) {
      if (said && said.key === last)
        told.push((told.pop() ?? 0) | said.told);
      else if (said)
        keys.push(numberOf(said.key)), begins.push(row.number), told.push(said.told);
      last = said?.key ?? "";
    }
    if (troubled += troubles.length, shown.length < mostShown)
      shown.push(...troubles);
  }
  return {
    ...{ records: records.length, rows, ragged, troubles: shown, troubled },
    ...{ keys: Float64Array.from(keys), begins: Uint32Array.from(begins), told: Uint8Array.from(told) }
  };
}
function numberOf(text) {
  let [high, low] = [3735928559, 1103547991];
  for (let at = 0;at < text.length; at += 1) {
    let letter = text.charCodeAt(at);
    high = Math.imul(high ^ letter, 2654435761), low = Math.imul(low ^ letter, 1597334677);
  }
  return high = Math.imul(high ^ high >>> 16, 2246822507) ^ Math.imul(low ^ low >>> 13, 3266489909), low = Math.imul(low ^ low >>> 16, 2246822507) ^ Math.imul(high ^ high >>> 13, 3266489909), 4294967296 * (2097151 & low) + (high >>> 0);
}

var [lf, cr, quote] = [10, 13, 34];
function cutAt(bytes, { delimiter, unit, low }, isLast) {
  let letter = (at) => {
    if (unit === 1)
      return bytes[at] ?? -1;
    return bytes[at + 1 - low] === 0 ? bytes[at + low] ?? -1 : -1;
  }, length = bytes.length - bytes.length % unit, end = 0, state = "start";
  for (let at = 0;at < length; at += unit) {
    let found = letter(at);
    if (state === "quoted") {
      if (found === quote)
        state = "closed";
    } else if (state === "closed" && found === quote)
      state = "quoted";
    else if (found === lf || found === cr) {
      let isSplit = found === cr && at + unit >= length && !isLast;
      if (found === cr && letter(at + unit) === lf)
        at += unit;
      if (!isSplit)
        end = at + unit;
      state = "start";
    } else if (found === delimiter)
      state = "start";
    else if (found === quote && state === "start")
      state = "quoted";
    else
      state = "plain";
  }
  let isOpen = state === "quoted";
  return { end: isLast && !isOpen ? bytes.length : end, isOpen };
}

function joinPieces(pieces, opened, isBroken) {
  let label = labelOf(opened), known = /* @__PURE__ */ new Map, troubles = [], [records, rows, ragged, troubled] = [0, 0, 0, 0], note = (trouble) => {
    troubled += 1, troubles.push(trouble);
  };
  for (let piece of pieces) {
    for (let at = 0;at < piece.keys.length; at += 1) {
      let [key = 0, told = 0] = [piece.keys[at], piece.told[at]], before = known.get(key);
      if (before)
        before.told |= told;
      else
        known.set(key, { row: records + (piece.begins[at] ?? 0), told });
    }
    if (troubles.length < mostShown)
      for (let each of piece.troubles)
        troubles.push({ ...each, row: each.row + records });
    troubled += piece.troubled, records += piece.records, rows += piece.rows, ragged += piece.ragged;
  }
  let products = 0;
  for (let { row, told } of known.values())
    if (!(told & says.title))
      note({ row, column: label("title"), reason: "the product has no title", leftOut: !0 });
    else if (told & says.price)
      products += 1;
    else if (!(told & says.trouble))
      note({ row, column: label("price"), reason: "the product has no price", leftOut: !0 });
  if (isBroken)
    note({ row: records + 1, column: "", reason: neverClosed, leftOut: !0 });
  let shown = troubles.toSorted((left, right) => left.row - right.row).slice(0, mostShown);
  return { form: opened.header.form, rows, products, ragged, troubles: shown, troubled };
}
var neverClosed = "a quotation mark opens a cell here and is never closed; nothing after it was read";

var longestRecord = 4194304;
function checkAlone(bytes, opened, pieceBytes = 1048576) {
  let pieces = [], isBroken = !1;
  for (let at = 0, size = pieceBytes;at < bytes.length && !isBroken; ) {
    let isLast = at + size >= bytes.length, { end, isOpen } = cutAt(bytes.subarray(at, at + size), opened.writing, isLast);
    if (end > 0)
      pieces.push(checkPiece(bytes.subarray(at, at + end), opened, at === 0));
    isBroken = end === 0 ? isLast || size > longestRecord : isLast && isOpen, at += end, size = end === 0 ? size * 2 : pieceBytes;
  }
  return joinPieces(pieces, opened, isBroken);
}
export {
  OtherEncoding,
  checkAlone,
  checkPiece,
  cutAt,
  joinPieces,
  longestRecord
};
