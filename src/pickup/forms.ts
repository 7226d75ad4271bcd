import { form, optional, text } from "../web/forms.ts";
import { placeTrouble, unclear } from "./place-typed.ts";

/** Where somebody is, in words or as a device says it, and what they want to pick up. */
export const SearchForm = form({
  near: optional(text({ maxLength: 80 }, unclear, { title: "Town or postcode", trouble: placeTrouble })),
  lat: optional(text({ maxLength: 20 }, unclear)),
  lon: optional(text({ maxLength: 20 }, unclear)),
  product: optional(text({ maxLength: 200 }, "")),
});
