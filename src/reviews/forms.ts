import { checkbox, choice, form, line, optional, text } from "../web/forms.ts";

/** What a buyer thinks of a thing. */
export const ReviewForm = form({
  rating: choice(["1", "2", "3", "4", "5"], "Choose from 1 to 5 stars"),
  title: optional(text({ maxLength: 120 }, "Shorten it to 120 characters", { title: "In a few words" })),
  body: optional(text({ maxLength: 3000 }, "Shorten it to 3,000 characters", { title: "What you think of it" })),
  author: line({ maxLength: 60 }, "Enter a name of at most 60 characters, or an initial", {
    title: "Name shown beside it",
  }),
  pictureAlt: optional(text({ maxLength: 300 }, "Shorten it to 300 characters", { title: "What the picture shows" })),
  dropPicture: checkbox(),
});
