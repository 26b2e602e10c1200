/** Text as PostgreSQL can store it, in JSON too: blanks for zero characters and U+FFFD for half surrogate pairs, so that offsets stay. */
export function storableText(text: string): string {
  return text.replaceAll('\0', ' ').toWellFormed();
}
