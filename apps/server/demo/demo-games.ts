import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gamesZone, zonedDateTime } from '@altis/examples';
import * as z from 'zod';

const DemoGames = z.object({
  firstDay: z.iso.date(),
  /** Which edition of the Games it is; those that do not say are of the first. */
  edition: z.number().int().default(1),
  /** How many messages the server has acknowledged. */
  sent: z.number().int().min(0),
});
/** Which Games the demo plays in this data folder, and how far it is. */
export type DemoGames = z.infer<typeof DemoGames>;

/** Raised when the Games are played otherwise than before: those that have begun cannot be gone on with. */
export const gamesEdition = 2;

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'demo', 'games.json');

/** The Games of this data folder; new ones have begun the day before, so that there is a past and a future. */
export async function readGames(dataDirectory: string): Promise<DemoGames> {
  const text = await readFile(fileOf(dataDirectory), 'utf8').catch(() => '{}');
  const known = DemoGames.safeParse(JSON.parse(text));
  if (known.success) return known.data;
  const yesterday = zonedDateTime(Date.now() - 86_400_000, gamesZone).slice(0, 10);
  return { firstDay: yesterday, edition: gamesEdition, sent: 0 };
}

export async function keepGames(dataDirectory: string, games: DemoGames): Promise<void> {
  const file = fileOf(dataDirectory);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(games));
  await rename(draft, file);
}
