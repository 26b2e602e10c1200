import type { z } from 'zod';

/** Reads one of the platform's own JSON addresses that has no contract, such as `/health`; `accept` lists further good statuses. */
export async function getJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: { signal?: AbortSignal; accept?: readonly number[] } = {},
): Promise<z.output<Schema>> {
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok || options.accept?.includes(response.status)) return schema.parse(body);
  throw Object.assign(new Error(response.statusText), { code: 'UNKNOWN', status: response.status }, body);
}
