/** Names of pictures that somebody uploaded: 128 random bits, so that nobody finds one that is not shown to them. */
export const uploadName = (newToken: () => string): string =>
  `u-${Buffer.from(newToken(), "base64url").subarray(0, 16).toString("hex")}`;

const ours = /^(u-[0-9a-f]{32})(?:-\d+)?\.webp$/;

/** Whether a file is one of an upload's, in any size. */
export const isUpload = (file: string): boolean => ours.test(file);

/** What a table calls the picture that a file belongs to; undefined where it is no upload's. */
export function pictureOfFile(file: string): string | undefined {
  const name = ours.exec(file)?.[1];
  return name && `${name}.webp`;
}
