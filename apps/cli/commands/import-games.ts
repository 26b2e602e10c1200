import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '@altis/kernel';
import { GamesImport } from '@altis/results/contract';
import { say, type Command } from '../command.ts';
import { request } from '../server.ts';

const lookEveryMs = 500;

export const importGames: Command = {
  takes: '<file.zip> <competition> [version]',
  does: 'Import a whole Games from a ZIP of CSV files, and say what could not be told',
  async run([file, competition, version = '1']) {
    if (file === undefined || competition === undefined) {
      throw problem('INVALID_INPUT', 'Name the archive and the code under which the Games are to be kept.');
    }
    const query = new URLSearchParams({ competition, version, file: basename(file) });
    const headers = { 'content-type': 'application/zip' };
    const answer = await request(`/api/results/games?${query.toString()}`, {
      method: 'POST',
      headers,
      body: await readFile(file),
    });
    const { id } = GamesImport.parse(await answer.json());
    let told = 0;
    for (;;) {
      const now = GamesImport.parse(await (await request(`/api/results/games/imports/${id}`)).json());
      if (now.done - told >= 1000) {
        told = now.done;
        say(`${now.done} of ${now.total} messages`);
      }
      if (now.state === 'done' || now.state === 'refused') return report(now);
      await delay(lookEveryMs);
    }
  },
};

function report({ state, reason, remedy, outcomes, unplaced, startedAt, endedAt }: GamesImport): void {
  if (state === 'refused') {
    throw problem('INVALID_INPUT', reason ?? 'The archive was refused.', remedy === null ? {} : { remedy });
  }
  const seconds = (Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
  const became = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  say(`Messages: ${became.join(', ')}, in ${seconds.toFixed(1)} s.`);
  for (const { reason: why, count, examples } of unplaced) {
    say(`${String(count).padStart(6)}  ${why}${count > 0 ? `: ${examples.slice(0, 2).join('; ')}` : ''}`);
  }
}
