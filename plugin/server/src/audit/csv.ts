/**
 * A cell as spreadsheets read it. What begins like a formula would be run by them (OWASP, CSV injection), so a quotation
 * mark stands before it; names and subjects are written by anybody.
 */
const cell = (value: string): string => `"${(/^[=+\-@\t\r\n|%]/.test(value.trimStart()) || /^[\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** One line of a CSV file (RFC 4180). */
export const csvLine = (cells: string[]): string => `${cells.map(cell).join(',')}\r\n`;
