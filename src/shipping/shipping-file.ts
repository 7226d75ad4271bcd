import { plainMoney } from "#src/pricing/money.ts";
import { QuoteError, readFields, readList } from "#src/pricing/quote-fields.ts";
import { readMethod, readZone, type SetMethod, type ZonePlaces } from "./read-method.ts";
import { readPoint, type SetPoint } from "./read-point.ts";
import { onlyKnown } from "./shipping-fields.ts";

export type ShippingTrouble = { readonly row: number; readonly column: string; readonly reason: string };
export type ShippingFile = {
  readonly methods: readonly SetMethod[];
  readonly points: readonly SetPoint[];
  readonly errors: readonly ShippingTrouble[];
};

type Given = { readonly currency: string; /** Ids of points that the shop has. */ readonly points: readonly string[] };

/** Reads `{ "zones": {...}, "points": [...], "methods": [...] }`. Of each entry the first thing that is wrong is told. */
export function readShippingFile(text: string, { currency, points: there }: Given): ShippingFile {
  const errors: ShippingTrouble[] = [];
  const attempt = <T>(row: number, read: () => T): T | undefined => {
    try {
      return read();
    } catch (cause) {
      if (cause instanceof QuoteError) errors.push({ row, column: cause.field, reason: cause.message });
      else if (cause instanceof SyntaxError) errors.push({ row, column: "", reason: "the file is not JSON" });
      else throw cause;
      return undefined;
    }
  };
  const parts = attempt(0, () => readParts(text));
  if (!parts) return { methods: [], points: [], errors };
  const zones = new Map<string, ZonePlaces>();
  for (const [name, zone] of Object.entries(parts.zones)) {
    const read = attempt(0, () => readZone(zone, `zones.${name.slice(0, 40)}`));
    if (read) zones.set(name, read);
  }
  const points = parts.points.flatMap((point, at) => attempt(at + 1, () => readPoint(point, `points[${at}]`)) ?? []);
  const known = { currency, zones, points: new Set([...there, ...points.map(({ id }) => id)]) };
  const methods = parts.methods.flatMap(
    (method, at) => attempt(at + 1, () => readMethod(method, `methods[${at}]`, known)) ?? [],
  );
  return { methods, points, errors: [...errors, ...twice("points", points), ...twice("methods", methods)] };
}

function readParts(text: string) {
  const file = readFields(JSON.parse(text), "the file");
  onlyKnown(file, ["zones", "points", "methods"], "the file");
  return {
    zones: readFields(file["zones"] ?? {}, "zones"),
    points: readList(file["points"], "points"),
    methods: readList(file["methods"], "methods"),
  };
}

const twice = (list: string, entries: readonly { readonly id: string }[]): ShippingTrouble[] =>
  entries.flatMap(({ id }, at) =>
    entries.findIndex((each) => each.id === id) === at
      ? []
      : [{ row: at + 1, column: `${list}[${at}].id`, reason: `${list}[${at}].id is "${id}", which is there twice` }],
  );

/** The same file back: importing it changes nothing. */
export function writeShippingFile(
  methods: readonly SetMethod[],
  points: readonly SetPoint[],
  currency: string,
): string {
  const named = methods.filter(({ zone }) => zone !== "");
  const zones = Object.fromEntries(named.map((method) => [method.zone, placesOf(method)]));
  const file = {
    ...(named.length > 0 && { zones }),
    points: points.map((point) => ({
      ...point,
      latitude: degrees(point.latitude),
      longitude: degrees(point.longitude),
    })),
    methods: methods.map((method) => methodOf(method, zones, currency)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const placesOf = ({ countries, regions, postcodes }: ZonePlaces) => ({
  ...(countries.length > 0 && { countries }),
  ...(regions.length > 0 && { regions }),
  ...(postcodes.length > 0 && { postcodes }),
});

/** A zone's name stands for its places where they are what the name stands for. */
function methodOf(method: SetMethod, zones: Readonly<Record<string, object>>, currency: string) {
  const { id, name, type, zone, taxClass, time, minDays, maxDays, pickupPointIds, excludes, active } = method;
  const places = placesOf(method);
  const same = zone !== "" && JSON.stringify(zones[zone]) === JSON.stringify(places);
  return {
    id,
    name,
    type,
    ...(same ? { zone } : places),
    ...pricesOf(method, currency),
    taxClass,
    ...(time !== "" && { time }),
    ...(minDays !== null && { minDays }),
    ...(maxDays !== null && { maxDays }),
    ...(pickupPointIds.length > 0 && { points: pickupPointIds }),
    ...(excludes.tags.length + excludes.handles.length > 0 && { excludes }),
    active,
  };
}

function pricesOf({ price, byWeight, byValue, freeFrom }: SetMethod, currency: string) {
  const money = (amount: SetMethod["price"]) => plainMoney(amount, currency);
  const free = freeFrom === null ? {} : { freeFrom: money(freeFrom) };
  if (byWeight.length > 0) return { byWeight: byWeight.map(([upTo, each]) => ({ upTo, price: money(each) })), ...free };
  if (byValue && byValue.length > 0)
    return { byValue: byValue.map(([from, each]) => ({ from: money(from), price: money(each) })), ...free };
  return { price: money(price), ...free };
}

/** `degrees(44123456)` is "44.123456". */
function degrees(millionths: number | null): string | undefined {
  if (millionths === null) return undefined;
  const digits = String(Math.abs(millionths)).padStart(7, "0");
  return `${millionths < 0 ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
