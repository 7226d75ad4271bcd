import { link, paths } from "#src/paths.ts";

const readableTypes = "image/jpeg,image/png,image/webp,image/gif";

/** The way in for pictures: an ordinary form, which upload.js makes a place to drop and paste on. */
export function AddPictures({ productId }: { readonly productId: string }) {
  const action = link(paths.adminProductPictures, { id: productId });
  return (
    <form
      class="stack drop"
      id="add-pictures"
      method="post"
      action={action}
      enctype="multipart/form-data"
      data-upload=""
      data-most="10"
    >
      <div class="field">
        <label for="files">Add pictures</label>
        <p class="hint" id="files-hint">
          JPEG, PNG, WebP or GIF, up to 10 MiB together. Where a photo was taken is not kept.
        </p>
        <input
          class="input"
          id="files"
          name="picture"
          type="file"
          multiple
          required
          accept={readableTypes}
          aria-describedby="files-hint"
        />
      </div>
      <p class="row">
        <button class="button quiet">Send them</button>
      </p>
    </form>
  );
}
