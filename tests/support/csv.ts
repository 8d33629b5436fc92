/** The cells of a file in which all cells are quoted, and none holds what RFC 4180 forbids. Throws on anything else. */
export function parseCsv(file: string): string[][] {
  let at = file.startsWith('\u{FEFF}') ? 1 : 0;
  const rows: string[][] = [[]];
  while (at < file.length) {
    const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
    cell.lastIndex = at;
    const [whole, text = '', end] = cell.exec(file) ?? [];
    if (whole === undefined) throw new Error(`No cell at ${at}: ${file.slice(at, at + 40)}`);
    rows.at(-1)?.push(text.replaceAll('""', '"'));
    at += whole.length;
    if (end === '\r\n' && at < file.length) rows.push([]);
  }
  return rows;
}
