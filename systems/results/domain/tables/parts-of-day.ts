/**
 * Whether times in a column are parts of a day, as which spreadsheets keep them: 18:00 minutes are `0.0125`. One cell tells it
 * of all: nobody's time is below a second with four decimals. Some have fewer: noon is `0.5`.
 */
export function hasPartsOfDay(cells: readonly string[]): boolean {
  return cells.some((cell) => /^0?[.,]\d{4,20}$/.test(cell.trim()));
}
