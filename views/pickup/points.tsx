import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { describedBy, FieldError } from "#views/ui/field.tsx";
import { Icon } from "#views/ui/icon.tsx";

export type Point = {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly hours: readonly string[];
  readonly note: string;
  /** In words, once it is known from where. */
  readonly distance: string | undefined;
};

export type PointsProps = {
  readonly points: readonly Point[];
  /** What was typed. */
  readonly near: string;
  readonly said: string | undefined;
  readonly error?: string | undefined;
  /** What somebody wants to pick up. */
  readonly product:
    { readonly handle: string; readonly title: string; readonly stock: string; readonly time: string } | undefined;
};

/** Where goods can be picked up. Asking the device where it is takes a press of a button, never less. */
export function PointsPage({ shell, ...props }: PointsProps & { readonly shell: PageShell }) {
  return (
    <Layout
      shell={shell}
      title="Where to pick up"
      description="Where you can pick up what you order, and when it is open."
      canonical={paths.pickup}
      scripts={["near.js"]}
      checks={["pickup"]}
    >
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="Where to pick up" />
        <div class="page-head">
          <h1>Where to pick up</h1>
          <p>Choose one when you pay. Nothing is sent, so it costs no delivery.</p>
        </div>
        <NearForm {...props} />
        <Points {...props} />
      </div>
    </Layout>
  );
}

/** What the button says when the device does not: shown by near.js, which knows no words. */
const troubles = {
  "data-denied": "Your browser was told not to say where you are. Type a town or a postcode instead.",
  "data-unavailable": "Your device does not know where it is just now. Type a town or a postcode instead.",
  "data-late": "It took too long to find out where you are. Try again, or type a town or a postcode.",
  "data-asking": "Finding out where you are ...",
} as const;

function NearForm({ near, error, product }: PointsProps) {
  return (
    <form
      class="near"
      id="near-form"
      action={paths.pickup}
      hx-get={paths.pickup}
      hx-target="#points"
      hx-swap="outerMorph"
      hx-replace-url="true"
      data-checks="pickup"
    >
      {product === undefined ? null : <input type="hidden" name="product" value={product.handle} />}
      <NearField near={near} error={error} />
      <p class="row gap-above">
        <button class="button quiet slim" id="near-me" type="button" hidden {...troubles}>
          <Icon name="map-pin" />
          Use where I am
        </button>
        <span class="small" id="near-news" role="status"></span>
      </p>
    </form>
  );
}

function NearField({ near, error }: Pick<PointsProps, "near" | "error">) {
  return (
    <div class="field" id="near-field">
      <label for="near">Town or postcode</label>
      <FieldError id="near" error={error} />
      <div class="with-button">
        <input
          class="input"
          id="near"
          name="near"
          value={near}
          maxlength={80}
          autocomplete="postal-code"
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy("near", undefined, error)}
        />
        <Button quiet>Find the nearest</Button>
      </div>
    </div>
  );
}

/** The list alone, in another order, and what is wrong with what was typed. */
export function PointsPart(props: PointsProps) {
  return (
    <>
      <hx-partial hx-target="#near-field" hx-swap="outerMorph">
        <NearField near={props.near} error={props.error} />
      </hx-partial>
      <Points {...props} />
    </>
  );
}

function Points({ points, said, product }: PointsProps) {
  return (
    <div class="stack" id="points">
      <div role="status">
        {said === undefined ? null : (
          <p class="small soft" safe>
            {said}
          </p>
        )}
      </div>
      {product === undefined ? null : (
        <p>
          <a href={link(paths.product, { handle: product.handle })} safe>
            {product.title}
          </a>
          <span safe>{`: ${product.stock} ${product.time}`.trimEnd()}</span>
        </p>
      )}
      {points.length === 0 ? (
        <p>
          Nothing can be picked up just now. <a href={paths.home}>Back to the stall</a>
        </p>
      ) : (
        <ol class="points" role="list">
          {points.map((point) => (
            <PointCard point={point} />
          ))}
        </ol>
      )}
    </div>
  );
}

function PointCard({ point }: { readonly point: Point }) {
  const { id, name, street, city, region, postcode, hours, note, distance } = point;
  return (
    <li class="slip" id={`point-${id}`}>
      <h2 safe>{name}</h2>
      {distance === undefined ? null : (
        <p class="stock" safe>
          {distance}
        </p>
      )}
      <p>
        <span safe>{street}</span>
        <br />
        <span safe>{`${city}, ${region} ${postcode}`.trim()}</span>
      </p>
      <ul class="small hours" role="list">
        {hours.map((line) => (
          <li safe>{line}</li>
        ))}
      </ul>
      {note === "" ? null : (
        <p class="small soft" safe>
          {note}
        </p>
      )}
    </li>
  );
}
