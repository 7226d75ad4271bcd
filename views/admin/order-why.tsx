import { link, paths } from "#src/paths.ts";
import type { Why } from "#src/cart/why.ts";
import { WhyPaper, type WhyPlace } from "#views/cart/why.tsx";
import { Desk, type DeskProps } from "./desk.tsx";

type Props = { readonly desk: DeskProps; readonly from: WhyPlace; readonly why: Why };

export const fromOrder = (id: string, number: string): WhyPlace => ({
  title: number,
  href: link(paths.adminOrder, { id }),
  why: link(paths.adminOrderWhy, { id }),
});

/** Every step of an order's total, or of one amount in it, as it was stored when it was placed. */
export function OrderWhyPage({ desk, from, why }: Props) {
  return (
    <Desk {...desk}>
      <div class="head">
        <p class="crumb">
          <a href={from.href} safe>
            {from.title}
          </a>
        </p>
        <h1 safe>{why.title}</h1>
      </div>
      <section class="panel" aria-label="The steps">
        <div class="pad">
          <WhyPaper why={why} />
          {why.isPart ? (
            <p class="row">
              <a href={from.why}>How the whole sum came about</a>
            </p>
          ) : null}
        </div>
      </section>
    </Desk>
  );
}
