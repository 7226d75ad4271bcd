import { paths } from "../paths.ts";
import { pathOf } from "./request-path.ts";
import { ShopError } from "./shop-error.ts";

type Limit = {
  /** Bytes. */
  readonly most: number;
  /** What is said to who sends more. */
  readonly say: string;
};

const mebibyte = 1024 * 1024;
const tooLong = "That is more than a form here can hold. Shorten it and send it again.";
const form: Limit = { most: 64 * 1024, say: tooLong };
const json: Limit = { most: 256 * 1024, say: tooLong };

/** An address that takes files: each asks who is there before it reads any of them. */
type Files = Limit & { readonly at: RegExp };

/** A form's other fields, names and borders come on top of the files. */
export const files = (path: string, mebibytes: number, say: string): Files => ({
  at: new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`),
  most: mebibytes * mebibyte + form.most,
  say,
});

const pictures = (most: number) => `That is more than ${most} MiB together. Send fewer or smaller pictures at once.`;

const taking: readonly Files[] = [
  files(paths.adminProductPictures, 10, pictures(10)),
  files(paths.orderReview, 5, pictures(5)),
  files(paths.adminImport, 50, "That file is larger than 50 MiB. Pack it by gzip, or send it in parts."),
];

/** The most that any address takes. */
export const largestBody = Math.max(json.most, ...taking.map(({ most }) => most));

/** How much an address takes of what says that it is of this type. */
export function bodyLimit(path: string, type: string): Limit {
  if (type.startsWith("application/json")) return json;
  const isFiles = type.startsWith("multipart/form-data");
  return (isFiles ? taking.find(({ at }) => at.test(path)) : undefined) ?? form;
}

/** Why a body is not even begun to be read: it does not say how long it is, or is more than this address takes. */
export function bodyRefusal(request: Request): ShopError | undefined {
  const length = request.headers.get("content-length");
  if (length === null) {
    return request.body === null
      ? undefined
      : new ShopError("no_length", "The shop needs to know how long that is before it reads it.");
  }
  const { most, say } = bodyLimit(pathOf(request.url), request.headers.get("content-type") ?? "");
  return Number(length) > most ? new ShopError("too_large", say) : undefined;
}
