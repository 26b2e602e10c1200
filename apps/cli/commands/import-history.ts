import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { problem } from '@altis/kernel';
import * as z from 'zod';
import { say, type Command } from '../command.ts';
import { request } from '../server.ts';

export const importHistory: Command = {
  takes: '<folder>',
  does: 'Import the tables of past Games, in place of those that are there',
  async run([folder]) {
    if (folder === undefined) throw problem('INVALID_INPUT', 'Name the folder with the tables of past Games.');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
    const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
    const body = Buffer.from(zipSync(Object.fromEntries(files)));
    const headers = { 'content-type': 'application/zip' };
    const answer = await request('/api/results/history', { method: 'POST', headers, body });
    const { games, participations, unplaced } = Answer.parse(await answer.json());
    say(`${games} Games, ${participations} participations.`);
    for (const { reason, count, examples } of unplaced) {
      say(`${String(count).padStart(6)}  ${reason}: ${examples.slice(0, 3).join('; ')}`);
    }
  },
};

const Answer = z.object({
  games: z.number(),
  participations: z.number(),
  unplaced: z.array(z.object({ reason: z.string(), count: z.number(), examples: z.array(z.string()) })),
});
