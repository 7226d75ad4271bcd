import type { Config, Feature } from "../config.ts";

/** The addresses of what can be switched off. Its controls are left out of pages by a class on the body. The router takes a slash at the end as well. */
const addresses: Readonly<Partial<Record<Feature, RegExp>>> = {
  accounts:
    /^\/(login|logout|register|forgot|reset\/.*|account(\/.*)?|auth\/.*|api\/(register|me|v1\/orders(\/.*)?))\/?$/,
  coupons: /^(\/api\/v1)?\/cart\/coupon\/?$/,
  guide: /^\/guide\/?$/,
  likes: /^\/likes(\/|$)/,
  newsletter: /^\/newsletter(\/|$)/,
};

/** Whether an address belongs to something that this shop does not have. */
export function isSwitchedOff(path: string, config: Config): boolean {
  return config.off.some((feature) => addresses[feature]?.test(path));
}
