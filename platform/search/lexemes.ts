/** The lexeme of a facet value, told from words by U+001F, which no word contains; undefined for an unfit value. */
export function facetLexeme(facet: string, value: string): string | undefined {
  // PostgreSQL refuses lexemes from 2 KB on.
  if (value === '' || value.length > 500 || !value.isWellFormed()) return undefined;
  if (value.includes('\0') || value.includes(separator)) return undefined;
  return `${separator}${facet}${separator}${value}`;
}

/** Takes a facet lexeme apart again. */
export function parseFacetLexeme(lexeme: string): { facet: string; value: string } {
  const [, facet = '', value = ''] = lexeme.split(separator);
  return { facet, value };
}

/** Text of a `tsvector` (manual, section 8.11.1). */
export function tsvectorText(positions: ReadonlyMap<string, readonly number[]>): string {
  return Array.from(positions, ([lexeme, places]) =>
    places.length > 0 ? `${quoteLexeme(lexeme)}:${places.join(',')}` : quoteLexeme(lexeme),
  ).join(' ');
}

/** A lexeme as `tsvector` and `tsquery` read it: quoted, with quotes and backslashes doubled. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}

const separator = '\u001f';
