import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const DemoGame = z.object({
  number: z.number().int().min(1),
  startsAt: z.iso.datetime(),
  hasRecording: z.boolean(),
  isOver: z.boolean(),
});
/** Which game of the demo is or was played last. */
export type DemoGame = z.infer<typeof DemoGame>;

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'demo', 'game.json');

export async function readGame(dataDirectory: string): Promise<DemoGame | undefined> {
  const text = await readFile(fileOf(dataDirectory), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = DemoGame.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

export async function keepGame(dataDirectory: string, game: DemoGame): Promise<void> {
  const file = fileOf(dataDirectory);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(game));
  await rename(draft, file);
}
