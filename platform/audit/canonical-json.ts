/**
 * JSON with one form for one value: members sorted by UTF-16 code units, no white space (RFC 8785, clause 3.2).
 * What JSON has no word for (undefined members, functions) is left out, as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value) ?? 'null'));
}

/** Written by hand, since an object of JavaScript puts members such as "10" before all others. */
function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
}
