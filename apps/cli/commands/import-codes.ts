import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { problem } from '@altis/kernel';
import * as z from 'zod';
import { say, type Command } from '../command.ts';
import { request } from '../server.ts';

export const importCodes: Command = {
  takes: '<folder> [competition]',
  does: 'Import code tables: each *.csv of a folder, named after its table',
  async run([folder, competition]) {
    if (folder === undefined) throw problem('INVALID_INPUT', 'Name the folder with the code tables.');
    const files = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).sort();
    if (files.length === 0) throw problem('INVALID_INPUT', `There is no *.csv in ${folder}.`);
    const query = competition === undefined ? '' : `?competition=${encodeURIComponent(competition)}`;
    for (const file of files) {
      const table = basename(file).replace(/\.csv$/i, '');
      const headers = { 'content-type': 'text/csv' };
      const body = await readFile(join(folder, file));
      const answer = await request(`/api/results/codes/${encodeURIComponent(table)}${query}`, {
        method: 'POST',
        headers,
        body,
      });
      say(`${table}: ${Answer.parse(await answer.json()).codes} codes`);
    }
  },
};

const Answer = z.object({ codes: z.number() });
