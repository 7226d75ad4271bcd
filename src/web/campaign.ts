/**
 * What advertisers and newsletters hang on a link to follow who pressed it. No page here reads them, and nearly every
 * such address is asked for once: the page behind it is the one without them.
 */
const names =
  /^(utm_\w+|gclid|gclsrc|gbraid|wbraid|dclid|srsltid|fbclid|msclkid|ttclid|twclid|yclid|igshid|li_fat_id|mc_[ce]id|_hs\w+|_ga|_gl|_kx)$/i;

/** An address without them; the same text where it has none. */
export function withoutCampaign(address: string): string {
  const start = address.indexOf("?");
  if (start < 0) return address;
  const all = address.slice(start + 1).split("&");
  const read = all.filter((pair) => !names.test(pair.split("=", 1)[0] ?? ""));
  if (read.length === all.length) return address;
  return read.length === 0 ? address.slice(0, start) : `${address.slice(0, start)}?${read.join("&")}`;
}
