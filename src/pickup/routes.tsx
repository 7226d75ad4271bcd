import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import type { ShopSettings } from "../settings/shop.ts";
import { loadShippingTable } from "../shipping/store.ts";
import type { PickupPoint } from "../shipping/shipping-method.ts";
import { typedIn } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { PointsPage, PointsPart, type PointsProps } from "#views/pickup/points.tsx";
import { SearchForm } from "./forms.ts";
import { byDistance, placeNamed, sayDistance, type NearPoint, type Position } from "./nearby.ts";
import { stockWords } from "./stock-words.ts";
import { loadWanted } from "./store.ts";

type Asked = { readonly near?: string; readonly lat?: string; readonly lon?: string };

/** Where goods can be picked up, the nearest first once somebody says where they are: by name, or by a button. */
export function pickupRoutes(deps: Deps) {
  const { store } = deps;
  return new Elysia({ name: "pickup" }).use(screens(deps)).get(
    paths.pickup,
    async ({ screen, query }) => {
      const asked = query.ok ? query.value : {};
      const { near, product } = typedIn(query);
      const wrong = query.ok ? {} : query.errors;
      const [shop, { points, methods }] = await Promise.all([deps.shop.read(), loadShippingTable(store.read)]);
      const open = methods.filter(({ type }) => type === "pickup");
      const offered = points.filter(({ id }) =>
        open.some(({ pickupPointIds: ids }) => ids.length === 0 || ids.includes(id)),
      );
      const isAsked = product !== undefined && wrong["product"] === undefined;
      const wanted = isAsked ? await loadWanted(store.read, product) : undefined;
      const props: PointsProps = {
        ...found(asked, offered, shop),
        ...(wrong["near"] === undefined ? {} : { error: wrong["near"] }),
        near: near ?? "",
        product: wanted && { ...wanted, stock: stockWords(wanted), time: open[0]?.time ?? "" },
      };
      return screen({
        page: (shell) => <PointsPage shell={shell} {...props} />,
        part: () => <PointsPart {...props} />,
      });
    },
    { query: SearchForm.inQuery },
  );
}

/** The points in the order that fits what was asked, and what to say of it. */
function found(asked: Asked, points: readonly PickupPoint[], { country, locale }: ShopSettings) {
  const position = positionOf(asked);
  const named = position ?? (asked.near ? placeNamed(asked.near, points, country) : undefined);
  const shown = (each: NearPoint) => ({
    ...each.point,
    distance: each.metres === undefined ? undefined : sayDistance(each.metres, country, locale),
  });
  if (named) {
    const where = position ? "you" : "town" in named ? named.town : "you";
    return { points: byDistance(points, named).map(shown), said: `The nearest to ${where} comes first.` };
  }
  const list = points.map((point) => shown({ point, metres: undefined }));
  if (!asked.near && !asked.lat) return { points: list, said: undefined };
  return {
    points: list,
    said: "These are all points.",
    error: "We do not know that place. Try the next larger town, or a whole postcode.",
  };
}

/** What a device said, if it is a place on earth. */
function positionOf({ lat = "", lon = "" }: Asked): Position | undefined {
  const degrees = /^-?\d{1,3}(\.\d{1,12})?$/;
  if (!degrees.test(lat) || !degrees.test(lon)) return undefined;
  const [latitude, longitude] = [Number(lat), Number(lon)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
