import fc from "fast-check";

/** Set PUSHCART_SEED to see a failure again. */
const seed = Number(process.env.PUSHCART_SEED ?? fc.sample(fc.noBias(fc.nat()), 1)[0]);
console.log(`pricing properties: seed ${seed}`);

/** Tries a property on 10,000 random inputs, the same ones for the same seed. */
export function holds<Inputs>(property: fc.IPropertyWithHooks<Inputs>): void {
  fc.assert(property, { seed, numRuns: 10_000 });
}
