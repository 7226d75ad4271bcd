import { escapeHtml } from "@kitajs/html";
import type { OptionChoice, OptionValue } from "#src/catalog/choose-variant.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { swatchOf } from "./swatch.ts";

type Props = { readonly options: readonly OptionChoice[]; readonly currency: string };

/** What can be chosen, each option as a row of radios that say what choosing them would change. */
export function Options({ options, currency }: Props) {
  return (
    <>
      {options.map((option, at) => (
        <fieldset class="options">
          <legend>
            {escapeHtml(option.name)} <span safe>{toldOf(option)}</span>
          </legend>
          <div>
            {option.values.map((value, index) => (
              <Choice
                value={value}
                name={`option${at + 1}`}
                id={`option${at + 1}-${index}`}
                others={othersOf(options, at)}
                swatch={hasSwatches(option) ? swatchOf(value.value) : undefined}
                currency={currency}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

const chosenOf = (option: OptionChoice) => option.values.find((value) => value.isChosen)?.value ?? "";

/** A flavour may be called honey too: only what changes the picture, or says that it is a colour, is told as one. */
const isColour = ({ isPictured, name }: OptionChoice) => isPictured || /colou?r/i.test(name);
/** One value without a swatch among others with one looks like a mistake. */
const hasSwatches = (option: OptionChoice) =>
  isColour(option) && option.values.every(({ value }) => swatchOf(value) !== undefined);

const toldOf = (option: OptionChoice) => (isColour(option) ? chosenOf(option).toLowerCase() : "");

/** What is chosen of the other options: why a value does not go with it. */
const othersOf = (options: readonly OptionChoice[], at: number) =>
  options
    .filter((_, index) => index !== at)
    .map((option) => chosenOf(option).toLowerCase())
    .filter((value) => value !== "")
    .join(", ");

type ChoiceProps = {
  readonly value: OptionValue;
  readonly name: string;
  readonly id: string;
  readonly others: string;
  readonly swatch: string | undefined;
  readonly currency: string;
};

function Choice({ value, name, id, others, swatch, currency }: ChoiceProps) {
  const note = noteOf(value, others, currency);
  return (
    <label class={value.isMissing || value.isSoldOut ? "option missing" : "option"}>
      <input type="radio" id={id} name={name} value={value.value} checked={value.isChosen} />
      {swatch === undefined ? null : <i class={swatch}></i>}
      <span safe>{value.value}</span>
      {note === "" ? null : (
        <>
          {" "}
          <small safe>{note}</small>
        </>
      )}
    </label>
  );
}

function noteOf({ isMissing, isSoldOut, isChosen, difference }: OptionValue, others: string, currency: string): string {
  if (isMissing) return others === "" ? "not made" : `not in ${others}`;
  if (isSoldOut) return "sold out";
  return isChosen || difference === 0 ? "" : signed(difference, currency);
}

const signed = (difference: Cents, currency: string) =>
  `${difference > 0 ? "+" : ""}${formatMoney(difference, currency)}`;
