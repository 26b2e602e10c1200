/** Letters or groups of letters in lower case, with what is written for them. */
export type LetterTable = ReadonlyMap<string, string>;

/** Reads a table written as `letter=latin` pairs, parted by spaces; `letter=` leaves the letter out. */
export function letterTable(text: string): LetterTable {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [letter = '', latin = ''] = pair.split('=');
        return [letter.normalize('NFC'), latin];
      }),
  );
}

/** A table with some letters written otherwise. */
export function withLetters(table: LetterTable, changes: string): LetterTable {
  return new Map([...table, ...letterTable(changes)]);
}

/** Writes a word letter by letter, the longest group that the table has first; what it does not have stays. */
export function writeLetters(word: string, table: LetterTable, longest = 2): string {
  const letters = Array.from(word);
  let written = '';
  for (let index = 0; index < letters.length;) {
    let length = Math.min(longest, letters.length - index);
    while (length > 1 && !table.has(letters.slice(index, index + length).join(''))) length -= 1;
    const group = letters.slice(index, index + length).join('');
    written += table.get(group) ?? group;
    index += length;
  }
  return written;
}
