import { Icon } from "#views/ui/icon.tsx";
import { Picture, pictureAddress } from "#views/ui/picture.tsx";

export type GalleryProps = {
  /** Chooses the drawn picture of a thing without any. */
  readonly handle: string;
  readonly title: string;
  readonly pictures: readonly {
    readonly file: string;
    readonly alt: string;
    /** It needs no words: without this, one that has none is called by the thing's title. */
    readonly decorative?: boolean;
    /** 0 where it is not known. */
    readonly width: number;
    readonly height: number;
  }[];
  /** Which of them is shown large, from 0. */
  readonly shown: number;
  /** The address of the page with another one large. */
  readonly hrefOf: (at: number) => string;
};

/** One picture large, the others below or beside it as links; htmx changes only this part. Also the answer to that. */
export function Gallery({ handle, title, pictures, shown, hrefOf }: GalleryProps) {
  const { file, alt, decorative, width, height } = pictures[shown] ?? { file: "", alt: "", width: 0, height: 0 };
  const words = decorative ? "" : alt || title;
  return (
    <section class="gallery" id="gallery" aria-label="Pictures">
      <div class="main">
        <div class="picture">
          <Picture
            file={file}
            alt={file === "" ? `There is no picture of ${title} yet.` : words}
            width={width || 800}
            height={height || 1000}
            sizes="(width < 56rem) 100vw, 42rem"
            seed={handle}
            eager
          />
        </div>
        {file === "" ? null : (
          <a class="icon-button zoom" id="zoom" href={pictureAddress(file)} aria-label="See the picture large">
            <Icon name="maximize-2" />
          </a>
        )}
      </div>
      {pictures.length > 1 ? (
        <ul role="list">
          {pictures.map((picture, at) => (
            <Thumb picture={picture} at={at} isShown={at === shown} href={hrefOf(at)} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

type ThumbProps = {
  readonly picture: GalleryProps["pictures"][number];
  readonly at: number;
  readonly isShown: boolean;
  readonly href: string;
};

function Thumb({ picture, at, isShown, href }: ThumbProps) {
  return (
    <li>
      <a
        id={`thumb-${at + 1}`}
        href={href}
        aria-current={isShown ? "true" : undefined}
        aria-label={`Picture ${at + 1}${picture.alt === "" ? "" : `, ${picture.alt}`}`}
        hx-get={href}
        hx-target="#gallery"
        hx-swap="outerHTML"
        hx-sync="#gallery:replace"
      >
        <div class="picture">
          <Picture file={picture.file} alt="" width={76} height={95} />
        </div>
      </a>
    </li>
  );
}
