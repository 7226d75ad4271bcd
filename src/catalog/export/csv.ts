/** What a spreadsheet may take for a formula, and what stands before it to prevent that. Numbers are harmless. */
const formula = /^(?!-?\d+(?:\.\d+)?$)[=+\-@\t\r']/;

/**
 * A cell as CSV writes it. Text that a spreadsheet would run gets an apostrophe before it, and one that begins with an
 * apostrophe gets another, so that reading can take exactly one off again.
 */
export function csvCell(text: string): string {
  const guarded = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\n`;

export const writeCsv = (rows: readonly (readonly string[])[]): string => rows.map(csvLine).join("");
