/** Whether digits could be a card's: the check that all card numbers pass. */
function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

const run = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g;

/** Takes card numbers out of what people type where none belongs, such as a note: only the last four digits stay. */
export function maskCards(text: string): string {
  return text.replace(run, (found) => {
    const digits = found.replace(/\D/g, "");
    return /^[2-6]/.test(digits) && passesLuhn(digits) ? `•••• ${digits.slice(-4)}` : found;
  });
}
