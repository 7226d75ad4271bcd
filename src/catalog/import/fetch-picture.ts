import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Why a picture cannot be had. `again`: it may be there later. */
export class PictureTrouble extends Error {
  override readonly name = "PictureTrouble";

  constructor(
    message: string,
    readonly again = false,
  ) {
    super(message);
  }
}

export const mostBytes = 10 * 1024 * 1024;
const patience = 10_000;

export type Network = {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isAllowed: (address: string) => boolean;
};

export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map((found) => found.address),
  isAllowed: isPublicAddress,
};

/**
 * Fetches what somebody's file named as a picture. The address is not trusted: http and https only, no password in it,
 * every address its host has must be public, and the connection goes to the one that was looked at, so that a name
 * cannot mean something else the second time. No redirect is followed, ten seconds and ten MiB are the most.
 *
 * @throws PictureTrouble
 */
export async function fetchPicture(address: string, { resolve, isAllowed }: Network = internet): Promise<Uint8Array> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) throw new PictureTrouble("it is no http address");
  if (url.username !== "" || url.password !== "") throw new PictureTrouble("its address holds a password");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (found.length === 0) throw new PictureTrouble(`${host} was not found`, true);
  if (!found.every(isAllowed)) throw new PictureTrouble(`${host} is not on the public internet`);

  const place = new URL(url);
  place.hostname = isIP(found[0] ?? "") === 6 ? `[${found[0]}]` : (found[0] ?? "");
  const answer = await fetch(place, {
    redirect: "manual",
    signal: AbortSignal.timeout(patience),
    headers: { Host: url.host, Accept: "image/webp, image/png, image/jpeg, image/gif;q=0.8", "User-Agent": "Pushcart" },
    ...(isIP(host) ? {} : { tls: { servername: host } as object }),
  }).catch((cause: unknown) => {
    throw new PictureTrouble(`${host} did not answer (${cause instanceof Error ? cause.name : "unknown"})`, true);
  });
  if (answer.status >= 300 && answer.status < 400)
    throw new PictureTrouble("it has moved to another address, which is not followed");
  if (!answer.ok)
    throw new PictureTrouble(`${host} answered ${answer.status}`, answer.status >= 500 || answer.status === 429);
  return readSome(answer, host);
}

async function readSome(answer: Response, host: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of answer.body ?? []) {
      size += part.length;
      if (size > mostBytes) throw new PictureTrouble("it is larger than 10 MiB");
      parts.push(part);
    }
  } catch (cause) {
    throw cause instanceof PictureTrouble ? cause : new PictureTrouble(`${host} broke off`, true);
  }
  return Buffer.concat(parts);
}
