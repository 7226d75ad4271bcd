import { orderToken } from "#src/keys.ts";
import { link, paths } from "#src/paths.ts";

export { orderToken };

export const orderPath = (key: Uint8Array, orderId: string): string =>
  link(paths.order, { token: orderToken(key, orderId) });
