// Looks at a picture away from the page's own thread before it is sent: a small one to show, and where it is huge or of a
// kind that the shop cannot read, one that can be sent in its place. Whatever it cannot do it leaves to the shop.

const readable = ["image/jpeg", "image/png", "image/webp", "image/gif"];
const longest = 2560;
const largest = 1.5e6;

async function drawn(bitmap, scale, type) {
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type, quality: 0.9 });
}

async function prepare(file) {
  const bitmap = await createImageBitmap(file);
  const side = Math.max(bitmap.width, bitmap.height);
  const thumb = await createImageBitmap(bitmap, {
    resizeWidth: Math.max(1, Math.round((bitmap.width * 160) / side)),
    resizeHeight: Math.max(1, Math.round((bitmap.height * 160) / side)),
    resizeQuality: "medium",
  });
  const isReadable = readable.includes(file.type);
  const isHuge = file.type !== "image/gif" && (side > longest || file.size > largest);
  // What may be seen through stays so.
  const type = file.type === "image/png" || file.type === "image/avif" ? "image/webp" : "image/jpeg";
  const blob = isHuge || !isReadable ? await drawn(bitmap, Math.min(1, longest / side), type) : undefined;
  bitmap.close();
  return { thumb, blob: blob && (blob.size < file.size || !isReadable) ? blob : undefined };
}

onmessage = async ({ data: { id, file } }) => {
  try {
    const { thumb, blob } = await prepare(file);
    postMessage({ id, thumb, blob }, [thumb]);
  } catch {
    postMessage({ id });
  }
};
