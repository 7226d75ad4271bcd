import { describe, expect, test } from "bun:test";
import { clientAddress } from "#src/web/client-address.ts";

describe("clientAddress", () => {
  test("believes the socket alone unless a proxy is trusted", () => {
    expect(clientAddress([])("10.0.0.9", "1.2.3.4")).toBe("10.0.0.9");
    expect(clientAddress(["10.0.0.1"])("10.0.0.9", "1.2.3.4")).toBe("10.0.0.9");
  });

  test("takes the last hop that is no proxy of ours", () => {
    const address = clientAddress(["10.0.0.0/8"]);
    expect(address("10.0.0.9", "1.2.3.4")).toBe("1.2.3.4");
    expect(address("10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.3")).toBe("1.2.3.4");
    expect(address("::ffff:10.0.0.9", "1.2.3.4")).toBe("1.2.3.4");
  });

  test("falls back to the socket when the header is nonsense", () => {
    expect(clientAddress(["10.0.0.0/8"])("10.0.0.9", "<script>")).toBe("10.0.0.9");
  });

  test("counts a whole /64 as one client", () => {
    const address = clientAddress([]);
    expect(address("2001:db8:1:2:aaaa::1", null)).toBe(address("2001:db8:1:2:bbbb::2", null));
    expect(address("2001:db8:1:2::1", null)).not.toBe(address("2001:db8:1:3::1", null));
  });
});
