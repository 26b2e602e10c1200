import { problem } from '@altis/kernel';
import type { Command } from '../command.ts';
import { fetchArchive } from './results/fetch-archive.ts';
import { importArchive } from './results/import-archive.ts';
import { rebuildResults } from './results/rebuild-results.ts';
import { replayFeed } from './results/replay-feed.ts';
import { retryRefused } from './results/retry-refused.ts';

const deeds: Readonly<Record<string, Command>> = {
  reprocess: rebuildResults,
  retry: retryRefused,
  replay: replayFeed,
  record: fetchArchive,
  import: importArchive,
};

export const results: Command = {
  takes: `<${Object.keys(deeds).join('|')}> …`,
  does: 'Work on the results feed: rebuild from the log, take refused messages in, replay, record or import a feed',
  async run([name = '', ...args]) {
    const deed = deeds[name];
    if (deed !== undefined) return deed.run(args);
    const list = Object.entries(deeds).map(
      ([key, { takes, does }]) => `\n  results ${`${key} ${takes}`.padEnd(58)} ${does}`,
    );
    throw problem('INVALID_INPUT', `Say what to do with the results:${list.join('')}`);
  },
};
