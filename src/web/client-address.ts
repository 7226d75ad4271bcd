import { BlockList, isIP } from "node:net";

/** Reads addresses and ranges ("10.0.0.0/8") of proxies whose `X-Forwarded-For` is believed. */
function proxyList(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of trusted) {
    const [address = "", bits] = each.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (isIP(address) === 0) continue;
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** IPv6 addresses count by their /64, which is what one household or server gets. */
function countedAs(address: string): string {
  if (isIP(address) !== 6) return address;
  if (address.startsWith("::ffff:")) return address.slice(7);
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}

/** The client's address: the socket's, unless a trusted proxy names another. The last untrusted hop counts. */
export function clientAddress(trusted: readonly string[]): (socket: string, forwarded: string | null) => string {
  const proxies = proxyList(trusted);
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (socket, forwarded) => {
    const direct = socket.startsWith("::ffff:") ? socket.slice(7) : socket;
    if (forwarded === null || trusted.length === 0 || !isProxy(direct)) return countedAs(direct);
    const hops = forwarded.split(",").map((hop) => hop.trim());
    const client = hops.findLast((hop) => !isProxy(hop));
    return countedAs(client !== undefined && isIP(client) !== 0 ? client : direct);
  };
}
