import { Elysia } from "elysia";
import { isDuplicate } from "#db/faults.ts";
import { needs } from "../../accounts/guard.tsx";
import type { MadePicture } from "../../catalog/import/make-picture.ts";
import { removePictures } from "../../catalog/import/shop-pictures.ts";
import { loadPictures, productOfPicture } from "../../catalog/uploads/store.ts";
import { takePicture } from "../../catalog/uploads/take-picture.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { checkbox, choice, form, line, optional, text } from "../../web/forms.ts";
import { readUpload, type SentFile } from "../../web/read-upload.ts";
import { ShopError } from "../../web/shop-error.ts";
import { PicturesPart } from "#views/admin/product-pictures.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { addPictures, arrange, changePicture, idOfSent, mostPictures, type Op } from "./change-pictures.ts";
import { editorPage } from "./editor-page.tsx";
import { loadDeskProduct } from "./store.ts";

const longest = "Say it in at most 300 letters.";
const PictureForm = form({
  op: choice(["earlier", "later", "remove", "restore", "words"], "Choose what to do with it."),
  alt: optional(text({ maxLength: 300 }, longest)),
  decorative: checkbox(),
});
const OrderForm = form({ order: line({ maxLength: 4000, pattern: "^[\\w-]+(,[\\w-]+)*$" }, "Name the pictures.") });

const mostMebibytes = 10;
const gone = (what: string) => new ShopError("not_found", `That ${what} is gone.`);
const saidOf = {
  earlier: "Moved.",
  later: "Moved.",
  remove: "Taken away.",
  restore: "Put back.",
  words: "Its words are saved.",
} as const;

/** A product's pictures: sent, put in order, named, taken away and put back. */
export function pictureDeskRoutes(deps: Deps) {
  const { store, config, now, newId } = deps;
  const mayEdit = needs(deps, "products.edit");

  /** Takes in what was sent, one after another; what is refused says why. All of it or, where the disk ends, nothing. */
  async function takeAll(files: readonly SentFile[]) {
    const made: MadePicture[] = [];
    const refused: string[] = [];
    try {
      for (const { name, bytes } of files) {
        const taken = await takePicture({ bytes, mostMebibytes }, deps);
        if (taken.ok) made.push(taken.made);
        else refused.push(`${name} was not taken: ${taken.why}.`);
      }
    } catch (cause) {
      await drop(made);
      throw cause;
    }
    return { made, refused };
  }
  const drop = (made: readonly MadePicture[]) =>
    removePictures(
      config.dataFolder,
      made.map(({ file }) => file),
    );

  return new Elysia({ name: "admin-pictures" })
    .use(staffScreens(deps, "products.see"))

    .derive(({ staff, facts, may, screen, desk, partial, seeOther }) => ({
      by: () => ({ who: `staff:${staff.id}`, address: facts.address, now: now(), newId }),
      /** The pictures as they then stand; without scripts the page around them, by a redirect where all went well. */
      async answer(
        id: string,
        more: { refused?: readonly string[]; removed?: string; restored?: string; said?: string },
      ) {
        const product = await loadDeskProduct(store.read, id);
        if (!product) throw gone("article");
        const { refused = [], removed } = more;
        const undo = removed === undefined ? "" : `?removed=${encodeURIComponent(removed)}`;
        if (!partial && refused.length === 0) return seeOther(`${link(paths.adminProduct, { id })}${undo}#pictures`);
        const pictures = await loadPictures(store.read, id);
        const props = { product, pictures, mayEdit: may("products.edit"), ...more };
        const page = partial ? undefined : await editorPage(deps, { id, desk, may, refused });
        return screen({
          status: refused.length === 0 ? 200 : 422,
          page: () => page ?? <></>,
          part: () => <PicturesPart {...props} />,
        });
      },
    }))

    .post(
      paths.adminProductPictures,
      async ({ params: { id }, request, staff, answer, by }) => {
        if (!(await loadDeskProduct(store.read, id))) throw gone("article");
        await deps.limits.count("uploads", staff.id);
        return readUpload(request, staff.id, async ({ files, fields }) => {
          if (files.length === 0) return answer(id, { refused: ["Choose a picture first."] });
          const known = files.length === 1 && fields["once"] ? idOfSent(id, fields["once"]) : undefined;
          const isThere = async () => known !== undefined && (await productOfPicture(store.read, known)) !== undefined;
          if (await isThere()) return answer(id, { said: "The picture is there." });
          const { made, refused } = await takeAll(files);
          const fresh = made.map((each) => ({ ...each, id: known ?? newId() }));
          let isKept = false;
          try {
            isKept = made.length > 0 && (await store.write((tx) => addPictures(tx, id, fresh, by())));
          } catch (cause) {
            // It was sent twice at once, and the other one was quicker.
            if (!(isDuplicate(cause) && (await isThere()))) throw cause;
            return answer(id, { said: "The picture is there." });
          } finally {
            if (!isKept) await drop(made);
          }
          const tooMany = made.length > 0 && !isKept ? [`A product has at most ${mostPictures} pictures.`] : [];
          const said = made.length === 1 ? "The picture is there." : `${made.length} pictures are there.`;
          return answer(id, { refused: [...refused, ...tooMany], ...(isKept && { said }) });
        });
      },
      { parse: "none", transform: mayEdit },
    )

    .post(
      paths.adminProductOrder,
      async ({ params: { id }, body, answer }) => {
        if (!body.ok) throw new ShopError("unreadable", "Name the pictures in their order.");
        const { order } = body.value;
        await store.write((tx) => arrange(tx, id, order.split(",")));
        return answer(id, { said: "Moved." });
      },
      { body: OrderForm, transform: mayEdit },
    )

    .post(
      paths.adminPicture,
      async ({ params: { id }, body, answer, by }) => {
        if (!body.ok) throw new ShopError("unreadable", Object.values(body.errors)[0] ?? longest);
        const { op, alt = "", decorative = false } = body.value;
        const wanted: Op = op === "words" ? { op, alt, decorative } : { op };
        const productId = await store.write((tx) => changePicture(tx, id, wanted, by()));
        if (productId === undefined) throw gone("picture");
        const marked = op === "remove" ? { removed: id } : op === "restore" ? { restored: id } : {};
        return answer(productId, { said: saidOf[op], ...marked });
      },
      { body: PictureForm, transform: mayEdit },
    );
}
