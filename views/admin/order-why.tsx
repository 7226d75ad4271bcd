import { link, paths } from "#src/paths.ts";
import type { Why } from "#src/cart/why.ts";
import { WhyPaper } from "#views/cart/why.tsx";
import { Desk, type DeskProps } from "./desk.tsx";

type Props = { readonly desk: DeskProps; readonly id: string; readonly number: string; readonly why: Why };

/** Every step of an order's total, as it was stored when it was placed. */
export function OrderWhyPage({ desk, id, number, why }: Props) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={link(paths.adminOrder, { id })} safe>
            {number}
          </a>
        </p>
        <h1>Why this price?</h1>
      </div>
      <section class="panel" aria-label="The steps">
        <div class="pad">
          <WhyPaper why={why} />
        </div>
      </section>
    </Desk>
  );
}
