/** The records of a whole piece of a table, as `readRows` reads them, blank ones as well. */
export function rowsIn(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;

  /** Where an unquoted cell ends. */
  function endOf(from: number): number {
    let place = from;
    for (; place < text.length; place += 1) {
      const letter = text[place];
      if (letter === delimiter || letter === "\n" || letter === "\r") break;
    }
    return place;
  }

  /** The cell that begins with a quotation mark; one that closes before other letters was a letter like any other. */
  function quoted(): string {
    let value = "";
    for (let from = at + 1; ;) {
      const close = text.indexOf('"', from);
      if (close < 0) {
        at = text.length;
        return value + text.slice(from);
      }
      const next = text[close + 1];
      if (next === '"') {
        value += text.slice(from, close + 1);
        from = close + 2;
        continue;
      }
      value += text.slice(from, close);
      const isClosed = next === undefined || next === delimiter || next === "\n" || next === "\r" || next === "\0";
      at = endOf(close + 1);
      return `${isClosed ? value : `"${value}"`}${text.slice(close + 1, at)}`;
    }
  }

  while (at < text.length) {
    if (text[at] === '"') cells.push(quoted());
    else {
      const end = endOf(at);
      cells.push(text.slice(at, end));
      at = end;
    }
    const mark = text[at];
    at += mark === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (mark === delimiter && at < text.length) continue;
    if (mark === delimiter) cells.push("");
    rows.push(cells);
    cells = [];
  }
  return rows;
}
