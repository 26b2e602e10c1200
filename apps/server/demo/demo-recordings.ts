import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const Units = z.array(z.string());
const fileOf = (dataDirectory: string): string => join(dataDirectory, 'demo', 'recordings.json');

/** The units of the demo Games whose recordings were handed in. */
export async function readRecorded(dataDirectory: string): Promise<readonly string[]> {
  const text = await readFile(fileOf(dataDirectory), 'utf8').catch(() => '[]');
  const parsed = Units.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : [];
}

export async function keepRecorded(dataDirectory: string, units: readonly string[]): Promise<void> {
  const file = fileOf(dataDirectory);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(units));
  await rename(draft, file);
}
