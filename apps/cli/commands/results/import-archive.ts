import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '@altis/kernel';
import { FeedArchive, results } from '@altis/results/contract';
import { say, type Command } from '../../command.ts';
import { reach, request } from '../../server.ts';

const lookEveryMs = 1_000;

export const importArchive: Command = {
  takes: '<file.zip…>',
  does: 'Take in the messages of archives',
  async run(files) {
    if (files.length === 0) throw problem('INVALID_INPUT', 'Name at least one archive.');
    for (const file of files) {
      const path = `/api/results/archive?file=${encodeURIComponent(basename(file))}`;
      const headers = { 'content-type': 'application/zip' };
      const answer = await request(path, { method: 'POST', headers, body: await openAsBlob(file) });
      const { outcomes, faults, faultCount } = await waitForEnd(FeedArchive.parse(await answer.json()).id);
      const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
      say(`${file}: ${counts.join(', ') || 'no messages'}`);
      for (const { entry, reason, remedy } of faults) say(`    ${entry}: ${reason} ${remedy}`);
      if (faultCount > faults.length) say(`    and ${faultCount - faults.length} more`);
    }
  },
};

async function waitForEnd(id: string): Promise<FeedArchive> {
  for (;;) {
    const found = (await reach(results).feed.archives()).items.find((each) => each.id === id);
    if (found?.state === 'done') return found;
    if (found === undefined || found.state === 'failed' || found.state === 'cancelled')
      throw problem('CONFLICT', `The import of ${found?.name ?? id} was stopped.`, {
        remedy: 'Look at the page of jobs.',
      });
    await delay(lookEveryMs);
  }
}
