import { csrfHeaders } from '@altis/web';
import { FeedArchive } from '../../contract/index.ts';

/** Sends an archive; rejects with the problem of the server. */
export async function sendArchive(file: File): Promise<FeedArchive> {
  const response = await fetch(`/api/results/archive?file=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...csrfHeaders, 'content-type': 'application/zip' },
    body: file,
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return FeedArchive.parse(answer);
  throw Object.assign(new Error(response.statusText), { status: response.status }, answer);
}
