/** Cells → a line of RFC 4180. Text that a spreadsheet would take for a formula is marked as text. */
export const csvLine = (cells: readonly unknown[]): string => cells.map(csvCell).join(',');

const csvCell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? asText(value) : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const asText = (value: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value);
