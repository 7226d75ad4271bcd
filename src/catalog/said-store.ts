import { reviews } from "#db/schema.ts";

const { author, place, rating, title, body, reply, createdAt } = reviews;
const { picture, pictureAlt, pictureWidth, pictureHeight } = reviews;

/** Of a review, what everybody sees of it. */
export const saidFields = {
  ...{ author, place, rating, title, body, reply, createdAt },
  ...{ picture, pictureAlt, pictureWidth, pictureHeight },
};
