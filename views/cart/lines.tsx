import { link, paths } from "#src/paths.ts";
import { formatMoney } from "#src/pricing/money.ts";
import type { ScreenLine } from "#src/cart/cart-screen.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Picture } from "#views/ui/picture.tsx";
import { EnterButton, Stepper } from "#views/ui/stepper.tsx";
import { WhyLink } from "#views/ui/why-link.tsx";

/** A quantity that was refused: what was typed, and why it cannot be. */
export type LineRefusal = { readonly lineId: string; readonly typed: string; readonly message: string };

export type LinesPlace = "page" | "drawer";

type LinesProps = {
  readonly lines: readonly ScreenLine[];
  readonly currency: string;
  readonly place: LinesPlace;
  readonly refusal?: LineRefusal | undefined;
  /** The line that was put in just now. */
  readonly added?: string | undefined;
  /** The line that was put back: takes the focus, which the way back has lost. */
  readonly restored?: string | undefined;
};

/** What is in the cart: on the page, and narrower in the drawer. */
export function Lines({ lines, currency, place, refusal, added, restored }: LinesProps) {
  return (
    <ol class="lines push-none" role="list">
      {lines.map((line) => (
        <Line
          line={line}
          currency={currency}
          place={place}
          refusal={refusal?.lineId === line.id ? refusal : undefined}
          added={added === line.id}
          focused={restored === line.id}
        />
      ))}
    </ol>
  );
}

type LineProps = {
  readonly line: ScreenLine;
  readonly currency: string;
  readonly place: LinesPlace;
  readonly refusal: LineRefusal | undefined;
  readonly added: boolean;
  readonly focused: boolean;
};

function Line({ line, currency, place, refusal, added, focused }: LineProps) {
  const href = link(paths.product, { handle: line.handle });
  const id = `${place === "page" ? "line" : "drawer-line"}-${line.id}`;
  return (
    <li class={added ? "line added" : "line"} id={id}>
      <a class="pic-link" href={href} tabindex="-1" aria-hidden="true">
        <div class="picture">
          <Picture file={line.picture} alt="" width={320} height={400} seed={line.handle} />
        </div>
      </a>
      <div class="what">
        <Title title={line.title} href={href} place={place} focused={focused} />
        {line.options === "" ? null : <p safe>{line.options}</p>}
        <p safe>{`${formatMoney(line.unit, currency)} each`}</p>
        {line.savings.map((saving) => (
          <p safe>{saving}</p>
        ))}
      </div>
      <QuantityForm line={line} place={place} refusal={refusal} />
      <p class="sum">
        {line.was === undefined ? null : (
          <s class="was">
            <span class="visually-hidden">Before </span>
            <span safe>{formatMoney(line.was, currency)}</span>
          </s>
        )}
        {line.sold ? (
          <WhyLink value={formatMoney(line.sum, currency)} at={paths.cartWhy} of={`line.${line.id}`} />
        ) : (
          <span safe>{formatMoney(line.sum, currency)}</span>
        )}
      </p>
      <LineNotice line={line} place={place} refusal={refusal} />
    </li>
  );
}

type TitleProps = Pick<LineProps, "place" | "focused"> & { readonly title: string; readonly href: string };

function Title({ title, href, place, focused }: TitleProps) {
  const name = (
    <a href={href} autofocus={focused} safe>
      {title}
    </a>
  );
  return place === "page" ? <h2>{name as "safe"}</h2> : <h3>{name as "safe"}</h3>;
}

/** A refusal stands in the place of other news: it is what somebody has just asked for. */
function LineNotice({ line, place, refusal }: Pick<LineProps, "line" | "place" | "refusal">) {
  if (refusal)
    return (
      <div id={`${inputId(line, place)}-error`} class="notice bad" role="alert">
        <Icon name="circle-alert" />
        <p>
          <span class="visually-hidden">Error: </span>
          <span safe>{refusal.message}</span>
        </p>
      </div>
    );
  return line.news ? (
    <Notice message={line.news.message} tone={line.news.bad ? "bad" : undefined} alert={false} />
  ) : null;
}

const inputId = (line: ScreenLine, place: LinesPlace) => `${place === "page" ? "q" : "dq"}-${line.id}`;

/** Minus, a typed number, plus, remove: one form, one address, with htmx or without. */
function QuantityForm({ line, place, refusal }: Pick<LineProps, "line" | "place" | "refusal">) {
  const action = link(paths.cartLine, { lineId: line.id });
  const target = place === "page" ? "#cart-body" : "#cart-drawer";
  return (
    <form
      class="qty"
      method="post"
      action={action}
      hx-post={action}
      hx-target={target}
      hx-swap={place === "page" ? "outerMorph" : "innerMorph"}
      hx-sync={`${target}:queue all`}
    >
      <EnterButton />
      <input type="hidden" name="was" value={String(line.quantity)} />
      {line.sold ? (
        <Stepper
          id={inputId(line, place)}
          value={refusal?.typed ?? String(line.quantity)}
          fewer={`One ${line.title} fewer`}
          more={`One ${line.title} more`}
          label={`How many: ${line.title}`}
          slim
          invalid={refusal !== undefined}
          describedBy={refusal ? `${inputId(line, place)}-error` : undefined}
          box={{ "data-submit": "change" }}
        />
      ) : null}
      <button class="link-button" name="op" value="remove">
        Remove
        <span class="visually-hidden" safe>{` ${line.title}`}</span>
      </button>
    </form>
  );
}
