import { BlockList, isIP } from "node:net";

/** Networks that are not the public internet: loopback, private, link-local, carrier, documentation, multicast, reserved. */
const closed4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
/** Of IPv6 only 2000::/3 is public, and within it not what stands for IPv4 (Teredo, 6to4), documentation and benchmarks. */
const closed6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20";

const blocked = new BlockList();
for (const [type, list] of [
  ["ipv4", closed4],
  ["ipv6", closed6],
] as const) {
  for (const [network, size] of list.split(" ").map((each) => each.split("/")))
    blocked.addSubnet(network ?? "", Number(size), type);
}
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");

/** Whether an address, as name service gives it, lies on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked.check(address, "ipv4");
  return isIP(address) === 6 && open6.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
