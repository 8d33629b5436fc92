/** Tables as CSV: RFC 4180, made so that a spreadsheet shows every cell and computes none. */

/** Excel takes a file for UTF-8 only with this before it. */
const MARK = '\u{FEFF}';

/** What makes a formula of a cell in Excel, Calc or Sheets, the wide forms of East Asian keyboards among them. */
const FORMULA = /^[=+\-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]/u;

/**
 * The rows as a file, the first of them the header. Every cell stands in quotes; one that a spreadsheet would take for
 * a formula begins with an apostrophe. Line breaks within a cell stay.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
