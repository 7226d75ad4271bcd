import { version as released } from "../package.json";

/** As in package.json, from which the release is built. */
export const version: string = released;
