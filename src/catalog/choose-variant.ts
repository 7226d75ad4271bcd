import type { ProductOption } from "#db/schema.ts";
import { minus, zero, type Cents } from "#src/pricing/money.ts";
import { fold } from "./words.ts";

/** What choosing looks at of a variant. `options` are its values in the product's order. */
export type Choosable = {
  readonly id: string;
  readonly options: readonly string[];
  readonly price: Cents;
  readonly isSellable: boolean;
  readonly picture: string;
};

/** One value that can be chosen, seen from what is chosen now. */
export type OptionValue = {
  readonly value: string;
  readonly isChosen: boolean;
  /** There is no such combination with the other values as they are. It can be chosen all the same. */
  readonly isMissing: boolean;
  readonly isSoldOut: boolean;
  /** How much dearer or cheaper than what is chosen now. */
  readonly difference: Cents;
  readonly picture: string;
};

export type OptionChoice = {
  readonly name: string;
  readonly isPictured: boolean;
  readonly values: readonly OptionValue[];
};

export type VariantChoice<V extends Choosable> = {
  /** Undefined where the values that were chosen do not go together, or there is nothing to choose. */
  readonly variant: V | undefined;
  readonly chosen: readonly string[];
  readonly options: readonly OptionChoice[];
};

type Asked = Readonly<Record<string, string | undefined>>;

const matches = (variant: Choosable, chosen: readonly (string | undefined)[]) =>
  chosen.every((value, at) => value === undefined || variant.options[at] === value);

/**
 * Which variant is meant by a query such as `?color=blue&size=M` or `?option1=Blue`; options may be left out. What is
 * not asked for is taken from the first variant that fits and can be had, so that a page never opens on a missing one.
 */
export function chooseVariant<V extends Choosable>(
  options: readonly ProductOption[],
  variants: readonly V[],
  asked: Asked,
): VariantChoice<V> {
  const wanted = options.map((option, at) =>
    wantedValue(option, asked[`option${at + 1}`] ?? asked[fieldOf(option.name)]),
  );
  const fitting = variants.filter((variant) => matches(variant, wanted));
  const first = fitting.find((variant) => variant.isSellable) ?? fitting[0] ?? variants[0];
  const chosen = options.map((_, at) => wanted[at] ?? first?.options[at] ?? "");
  const variant = variants.find((each) => matches(each, chosen));
  return { variant, chosen, options: options.map((_, at) => choiceOf(at, { options, variants, chosen, variant })) };
}

/** The name of an option in an address: "Frame color" is `frame_color`. */
export const fieldOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");

/** Exactly, or as somebody would write it in an address. */
const wantedValue = ({ values }: ProductOption, asked: string | undefined) =>
  asked === undefined
    ? undefined
    : (values.find((value) => value === asked) ?? values.find((value) => fold(value) === fold(asked)));

type Seen = {
  readonly options: readonly ProductOption[];
  readonly variants: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly variant: Choosable | undefined;
};

function choiceOf(at: number, { options, variants, chosen, variant }: Seen): OptionChoice {
  const option = options[at];
  const values = (option?.values ?? []).map((value): OptionValue => {
    const found = variants.find((each) => matches(each, chosen.with(at, value)));
    const shown = found ?? variants.find((each) => each.options[at] === value && each.picture !== "");
    return {
      value,
      isChosen: chosen[at] === value,
      isMissing: found === undefined,
      isSoldOut: found !== undefined && !found.isSellable,
      difference: found && variant ? minus(found.price, variant.price) : zero,
      picture: shown?.picture ?? "",
    };
  });
  return { name: option?.name ?? "", isPictured: option?.pictured ?? false, values };
}
