import type { IncomingHttpHeaders } from 'node:http';

/** Whether who asks has it already (RFC 9110, clause 13.2.2: where tags are named, dates do not count). */
export function isNotModified(headers: IncomingHttpHeaders, etag: string, modifiedMs: number | undefined): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return tags.trim() === '*' || tagsIn(tags).includes(etag);
  if (since === undefined || modifiedMs === undefined) return false;
  return Date.parse(since) >= modifiedMs;
}

/** Tags are compared weakly here (clause 13.1.2): a cache may have marked them so. */
function tagsIn(header: string): string[] {
  return header.match(/"[^"]*"/g) ?? [];
}
