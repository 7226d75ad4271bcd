// Written by `bun scripts/generate.ts`: what searches the catalogue on a device, from src/catalog/device/module.ts.
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
var symbols = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", CAD: "CA$", AUD: "A$" };
function formatMoney(amount, currency, { grouped = !0 } = {}) {
  let decimals = decimalsOf(currency), digits = String(Math.abs(amount)).padStart(decimals + 1, "0"), whole = digits.slice(0, digits.length - decimals), shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole, part = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${amount < 0 ? "−" : ""}${symbols[currency] ?? `${currency} `}${shown}${part}`;
}
function readMoney(text, currency) {
  let decimals = decimalsOf(currency), found = /^(\d{1,13})(?:\.(\d{1,3}))?$/.exec(text.trim()), fraction = found?.[2] ?? "";
  if (!found || fraction.length > decimals)
    return;
  return toCents(Number(`${found[1]}${fraction.padEnd(decimals, "0")}`));
}

var readPrice = (text, currency) => text === null ? void 0 : readMoney(text.replace(/[^\d.,]/g, "").replace(",", "."), currency);

var plain = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i"
};
function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[ßæœøđðþłı]/g, (letter) => plain[letter] ?? letter);
}
var unspaced = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;
function wordsOf(text, most = 2000) {
  return fold(text).replace(unspaced, " $1 ").matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu).take(most).map(([word]) => short(word)).toArray();
}
var short = (word) => word.length <= 40 ? word : [...word].slice(0, 40).join("");
var isMendable = (word) => /^\p{L}{4,24}$/u.test(word);
function slipsOf(word) {
  let letters = [...word];
  return [.../* @__PURE__ */ new Set([word, ...letters.map((_, index) => letters.toSpliced(index, 1).join(""))])];
}
function isOneSlip(typed, meant) {
  let [left, right] = [[...typed], [...meant]];
  if (Math.abs(left.length - right.length) > 1)
    return !1;
  let start = 0;
  while (start < left.length && left[start] === right[start])
    start += 1;
  let end = 0, most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end))
    end += 1;
  let [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (a.length + b.length === 0)
    return !1;
  if (a.length <= 1 && b.length <= 1)
    return !0;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

var mostWords = 8, mostMeant = 5, poor = 3;
function partsOf(word) {
  let letters = [...word];
  return (letters.length < 6 ? [] : Array.from({ length: letters.length - 5 }, (_, at) => at + 3)).map((at) => [letters.slice(0, at).join(""), letters.slice(at).join("")]);
}
var joinedAt = (words, at) => `${words[at] ?? ""}${words[at + 1] ?? ""}`;
function readSearch(text) {
  let words = wordsOf(text, mostWords), mendable = words.filter(isMendable), joined = words.slice(0, -1).map((_, at) => joinedAt(words, at));
  return { words, slips: [.../* @__PURE__ */ new Set([...mendable.flatMap(slipsOf), ...mendable.flatMap(partsOf).flat(), ...joined])] };
}
function meantBy({ words }, known) {
  let catalogue = new Set(known.filter(({ slip, word }) => slip === word).map(({ word }) => word)), groups = [], mended = !1;
  for (let at = 0;at < words.length; at += 1) {
    let word = words[at] ?? "", joined = at + 1 < words.length ? joinedAt(words, at) : "", near = nearOf(word, known), parts = partsOf(word).find((pair) => pair.every((part) => catalogue.has(part)));
    if (mended ||= catalogue.has(joined) || near.length > 0 || parts !== void 0, catalogue.has(joined))
      groups.push([joined]), at += 1;
    else if (catalogue.has(word) || near.length > 0 || !parts)
      groups.push([word, ...near]);
    else
      groups.push(...parts.map((part) => [part]));
  }
  return mended ? groups : void 0;
}
function insteadOf(typed, { total, slips }) {
  let groups = total < poor ? meantBy(typed, slips) : void 0, meant = groups?.map((group) => group[1] ?? group[0] ?? "").join(" ");
  return groups && { groups, meant: total === 0 ? meant : void 0 };
}
function nearOf(word, known) {
  let near = new Set(known.map((each) => each.word).filter((each) => isMendable(word) && isOneSlip(word, each))), far = (each) => Number(each[0] !== word[0]) * 2 + Number([...each].length !== [...word].length);
  return [...near].toSorted((a, b) => far(a) - far(b) || (a < b ? -1 : 1)).slice(0, mostMeant);
}

class UnreadableCatalogue extends Error {
}
function byteReader(bytes, start = 0) {
  let at = start;
  function count() {
    let [number, scale] = [0, 1];
    for (;; ) {
      let byte = bytes[at];
      if (byte === void 0 || scale > 562949953421312)
        throw new UnreadableCatalogue("The catalogue is not whole.");
      if (at += 1, number += (byte & 127) * scale, byte < 128)
        return number;
      scale *= 128;
    }
  }
  function counts(many) {
    if (many > bytes.length - at)
      throw new UnreadableCatalogue("The catalogue is not whole.");
    return new Float64Array(many).map(() => count());
  }
  function raw(length) {
    if (length > bytes.length - at)
      throw new UnreadableCatalogue("The catalogue is not whole.");
    return at += length, bytes.subarray(at - length, at);
  }
  function texts(many) {
    let lengths = counts(many), piece = new TextDecoder("utf-8", { ignoreBOM: !0 }).decode(raw(count())), from = 0;
    return Array.from(lengths, (length) => piece.slice(from, from += length));
  }
  function sortedTexts(many) {
    let shared = counts(many), before = "";
    return texts(many).map((rest, nth) => before = before.slice(0, shared[nth]) + rest);
  }
  return { count, counts, texts, sortedTexts, raw, at: () => at };
}

var magic = [80, 67, 97, 116], formVersion = 1;

function readCatalogue(buffer) {
  let bytes = new Uint8Array(buffer);
  if (magic.some((byte, at) => bytes[at] !== byte))
    throw new UnreadableCatalogue("That is not a catalogue.");
  let reader = byteReader(bytes, magic.length);
  if (reader.count() !== formVersion)
    throw new UnreadableCatalogue("The catalogue is of another version.");
  let [mostHits, size] = [reader.count(), reader.count()], [shelves, makers] = [readShelves(reader, size), readMakers(reader, size)], [handles, titles, subtitles, pictures] = [0, 1, 2, 3].map(() => reader.texts(size)), priceFrom = reader.counts(size), priceTo = reader.counts(size).map((more, at) => (priceFrom[at] ?? 0) + more), compareAt = reader.counts(size).map((stored) => stored - 1), available = Uint8Array.from(reader.counts(size)), rank = reader.counts(size), byTitle = below(size, reader.counts(size)), sortedTitles = reader.sortedTexts(size), newestFirst = below(size, stepsOf(reader.counts(size))), [words, codes] = [readWords(reader), readWords(reader)];
  if (reader.at() !== bytes.length)
    throw new UnreadableCatalogue("The catalogue has more than belongs to it.");
  return {
    ...{ mostHits, size, ...shelves, ...makers, handles, titles, subtitles, pictures },
    ...{ priceFrom, priceTo, compareAt, available, rank, byTitle, sortedTitles, newestFirst, words, codes }
  };
}
function below(most, numbers) {
  if (numbers.some((number) => number >= most || number < 0))
    throw new UnreadableCatalogue("The catalogue is not whole.");
  return Uint32Array.from(numbers);
}
function readShelves(reader, size) {
  let many = reader.count(), [handles, titles] = [reader.texts(many), reader.texts(many)], shelvesFrom = new Uint32Array(size + 1), shelfOf = [];
  for (let at = 0;at < size; at += 1) {
    for (let shelf of below(many, reader.counts(reader.count())))
      shelfOf.push(shelf);
    shelvesFrom[at + 1] = shelfOf.length;
  }
  return { shelves: handles.map((handle, at) => ({ handle, title: titles[at] ?? "" })), shelvesFrom, shelfOf: Uint32Array.from(shelfOf) };
}
function readMakers(reader, size) {
  let vendors = reader.texts(reader.count());
  return { vendors, vendorOf: below(vendors.length, reader.counts(size)) };
}
function stepsOf(steps) {
  let before = 0;
  return steps.map((step) => before += step % 2 === 0 ? step / 2 : -(step + 1) / 2);
}
function readWords(reader) {
  let many = reader.count(), words = reader.sortedTexts(many), [marked, starts] = [new Uint8Array(many), new Uint32Array(many + 1)];
  for (let [at, stored] of reader.counts(many).entries())
    marked[at] = stored % 2, starts[at + 1] = (starts[at] ?? 0) + Math.floor(stored / 2);
  let entries = reader.raw(reader.count());
  if (starts[many] !== entries.length)
    throw new UnreadableCatalogue("The catalogue is not whole.");
  return { words, marked, starts, entries };
}
function entriesOf({ starts, entries }, nth, take) {
  let at = starts[nth] ?? 0, end = starts[nth + 1] ?? at, entry = 0;
  while (at < end) {
    let [step, scale, byte] = [0, 1, 128];
    while (byte >= 128 && at < end)
      byte = entries[at] ?? 0, step += (byte & 127) * scale, scale *= 128, at += 1;
    entry += step, take(entry);
  }
}

function find(catalogue, text, filter = {}) {
  let passes = passing(catalogue, filter);
  if (text.trim() === "")
    return { hits: [...catalogue.newestFirst].filter((at) => !passes || passes[at]), isMore: !1, meant: void 0 };
  let typed = readSearch(text);
  if (typed.words.length === 0)
    return { hits: [], isMore: !1, meant: void 0 };
  let words = typed.words.map((word) => [word]), first = ranked(catalogue, words), total = first.hits.length, instead = insteadOf(typed, {
    total,
    get slips() {
      return knownFor(catalogue, typed);
    }
  }), second = instead && ranked(catalogue, instead.groups), isBetter = second !== void 0 && second.hits.length > total, meant = isBetter ? instead?.meant : void 0;
  if (!passes)
    return { ...isBetter ? second : first, meant };
  return { ...ranked(catalogue, isBetter ? instead?.groups ?? words : words, passes), meant };
}
function passing(catalogue, filter) {
  let { size, shelvesFrom, shelfOf, vendorOf, priceFrom, available } = catalogue, { shelf, vendor, priceMin = 0, priceMax = 1 / 0, inStock = !1 } = filter;
  if (shelf === void 0 && vendor === void 0 && priceMin === 0 && priceMax === 1 / 0 && !inStock)
    return;
  let isOn = (at) => shelfOf.subarray(shelvesFrom[at], shelvesFrom[at + 1]).includes(shelf ?? -1);
  return new Uint8Array(size).map((_, at) => {
    let price = priceFrom[at] ?? 0;
    if (price < priceMin || price > priceMax || inStock && available[at] !== 1)
      return 0;
    return Number((vendor === void 0 || vendorOf[at] === vendor) && (shelf === void 0 || isOn(at)));
  });
}
function ranked(catalogue, groups, passes) {
  let { mostHits, rank } = catalogue, tiers = /* @__PURE__ */ new Map, looked = 0, take = (way, tier) => {
    for (let at of way) {
      if (looked >= mostHits)
        return;
      if (passes && passes[at] !== 1)
        continue;
      if (looked += 1, !tiers.has(at))
        tiers.set(at, tier);
    }
  }, typed = groups.map((group) => group[0] ?? ""), text = typed.join(" "), marks = matching(catalogue, groups);
  take(titled(catalogue, text, !1), 0), take(coded(catalogue, typed.join("")), 1), take(titled(catalogue, text, !0), 2), take(markedBy(marks, inTitle), 3), take(markedBy(marks, anywhere), 4);
  let [tierOf, rankOf] = [(at) => tiers.get(at) ?? 0, (at) => rank[at] ?? 0];
  return { hits: [...tiers.keys()].toSorted((a, b) => tierOf(a) - tierOf(b) || rankOf(b) - rankOf(a) || a - b), isMore: looked >= mostHits };
}
function titled({ byTitle, sortedTitles }, text, isBegun) {
  let found = [];
  for (let nth = 0;nth < byTitle.length; nth += 1) {
    let title = sortedTitles[nth] ?? "";
    if (isBegun ? title.startsWith(text) : title === text)
      found.push(byTitle[nth] ?? 0);
  }
  return found;
}
function coded({ codes, size }, code) {
  let marks = new Uint8Array(size);
  for (let nth of beginning(codes, code, !0))
    entriesOf(codes, nth, (at) => marks[at] = 1);
  return markedBy(marks, 1);
}
var [anywhere, inTitle] = [1, 2];
function matching({ words, size }, groups) {
  let all;
  for (let [place, group] of groups.entries()) {
    let marks = new Uint8Array(size);
    for (let word of group)
      for (let nth of beginning(words, word, place === groups.length - 1))
        entriesOf(words, nth, (entry) => {
          let at = entry >> 1;
          marks[at] = (marks[at] ?? 0) | ((entry & 1) === 1 ? inTitle | anywhere : anywhere);
        });
    let before = all;
    all = before ? marks.map((mark, at) => mark & (before[at] ?? 0)) : marks;
  }
  return all ?? new Uint8Array(size);
}
function* markedBy(marks, bit) {
  for (let at = 0;at < marks.length; at += 1)
    if (((marks[at] ?? 0) & bit) !== 0)
      yield at;
}
function* beginning({ words }, word, mayBeUnfinished) {
  let isBegun = mayBeUnfinished && word.length > 1;
  for (let nth = placeOf(words, word);nth < words.length; nth += 1) {
    let each = words[nth] ?? "";
    if (each !== word && !(isBegun && each.startsWith(word)))
      return;
    yield nth;
  }
}
function placeOf(words, word) {
  let [low, high] = [0, words.length];
  while (low < high) {
    let middle = low + high >>> 1;
    if ((words[middle] ?? "") < word)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
function knownFor({ words: { words, marked } }, { words: typed, slips }) {
  let there = slips.filter((slip) => {
    let nth = placeOf(words, slip);
    return words[nth] === slip && marked[nth] === 1;
  }), near = typed.filter(isMendable).flatMap((word) => {
    let [start, end, length] = [word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length], found = [];
    for (let nth = 0;nth < words.length; nth += 1) {
      let each = words[nth] ?? "";
      if (marked[nth] !== 1 || each.length > length + 2 || each.length < length - 2)
        continue;
      if ((each.charCodeAt(0) === start || each.charCodeAt(each.length - 1) === end) && isOneSlip(word, each))
        found.push(each);
    }
    return found;
  });
  return [...there.map((word) => ({ slip: word, word })), ...near.map((word) => ({ slip: "", word }))];
}

function answer(catalogue, asked) {
  let { text, shelf, vendor, inStock, currency, from, upTo } = asked, [low, high] = [readPrice(asked.priceMin, currency), readPrice(asked.priceMax, currency)], isTurned = low !== void 0 && high !== void 0 && low > high, { hits, isMore, meant } = find(catalogue, text, {
    shelf: shelf === "" ? void 0 : Number(shelf),
    vendor: vendor === "" ? void 0 : Number(vendor),
    priceMin: isTurned ? high : low,
    priceMax: isTurned ? low : high,
    inStock
  }), cards = hits.slice(from, upTo).map((at) => cardOf(catalogue, at, currency));
  return { total: hits.length, isMore, meant, from, cards };
}
function cardOf(catalogue, at, currency) {
  let [price, was] = [toCents(catalogue.priceFrom[at] ?? 0), toCents(catalogue.compareAt[at] ?? -1)], isFrom = (catalogue.priceTo[at] ?? 0) > price, shown = price === zero && !isFrom ? "Free" : formatMoney(price, currency), isThere = catalogue.available[at] === 1;
  return {
    handle: catalogue.handles[at] ?? "",
    title: catalogue.titles[at] ?? "",
    subtitle: catalogue.subtitles[at] ?? "",
    picture: catalogue.pictures[at] ?? "",
    isThere,
    price: isThere && isFrom ? `from ${shown}` : shown,
    was: isThere && was > price ? formatMoney(was, currency) : ""
  };
}
var choices = ({ size, shelves, vendors }) => ({
  size,
  shelves: shelves.map((shelf) => shelf.title),
  vendors
});
export {
  answer,
  choices,
  readCatalogue
};
