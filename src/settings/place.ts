/** Where the postcode stands behind the town, after the region where there is one: "Madison, WI 53703". */
const behindTown = new Set(
  "US CA AU NZ GB IE IN ZA SG TW TH KR JP HK PH ID MY PK BD LK NG KE EG SA AE IM JE GG".split(" "),
);

type Town = {
  readonly city: string;
  readonly region?: string | undefined;
  readonly postcode: string;
  readonly country: string;
};

/** Town, postcode and region in one line, in the order of their country: "04109 Leipzig". */
export function townLine({ city, region = "", postcode, country }: Town): string {
  const [first, second] = behindTown.has(country) ? [city, spaced(region, postcode)] : [spaced(postcode, city), region];
  return [first, second].filter((part) => part !== "").join(", ");
}

/** An address in one line, without its country: what stands at the foot of pages and letters. */
export const placeLine = ({ street, ...town }: Town & { readonly street: string }): string =>
  [street, townLine(town)].filter((part) => part !== "").join(", ");

const spaced = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");
