import { countryCodes } from "#src/shipping/countries.ts";
import { choice, form, line, optional, wholeNumber } from "#src/web/forms.ts";

export const fromOneTo99 = "Choose a quantity from 1 to 99.";
const name = () => optional(line({ maxLength: 200 }, "That is no longer here. Choose again."));

/** What goes into a cart: a variant by its id, or a product by its handle with the values of its options. */
export const AddForm = form({
  quantity: wholeNumber({ minimum: 1, maximum: 99 }, fromOneTo99),
  variant: name(),
  handle: name(),
  option1: name(),
  option2: name(),
  option3: name(),
});

/** A line of the cart: the typed number, or the button that was pressed. `was` is the number that the page showed. */
export const LineForm = form({
  op: optional(choice(["inc", "dec", "remove", "set"], fromOneTo99)),
  quantity: optional(line({ maxLength: 100 }, fromOneTo99)),
  was: optional(line({ maxLength: 100 }, fromOneTo99)),
});

export const CodeForm = form({
  op: optional(choice(["remove"], "Press one of the buttons.")),
  code: optional(line({ maxLength: 200 }, "That code does not work here. Look how it is written and try again.")),
});

export const EstimateForm = form({
  country: line({ maxLength: 2, pattern: `^(${countryCodes.join("|")})$` }, "Choose a country from the list."),
  postcode: optional(
    line({ maxLength: 16, pattern: "^[A-Za-z0-9 -]+$" }, "A postcode is made of letters, digits, spaces and hyphens."),
  ),
});
