import { csrfHeaders } from '@altis/web';
import { TableReading } from '../../contract/index.ts';

/** Sends a file and answers how it was read; rejects with the problem of the server. */
export async function sendTable(file: File): Promise<TableReading> {
  const response = await fetch(`/api/results/tables?file=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...csrfHeaders, 'content-type': 'application/octet-stream' },
    body: file,
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return TableReading.parse(answer);
  throw Object.assign(new Error(response.statusText), { code: 'UNKNOWN', status: response.status }, answer);
}
