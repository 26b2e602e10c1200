import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '@altis/kernel';
import { results } from '@altis/results/contract';
import { say, type Command } from '../../command.ts';
import { reach } from '../../server.ts';

const lookEveryMs = 1_000;

export const rebuildResults: Command = {
  takes: '',
  does: 'Make everything that is shown anew, from the kept messages',
  async run() {
    const api = reach(results);
    const { job } = await api.feed.rebuild();
    for (let told = -1; ; await delay(lookEveryMs)) {
      const { job: last } = (await api.feed.read()).rebuild;
      if (last?.id !== job || last.state === 'cancelled') throw problem('CONFLICT', 'The rebuild was stopped.');
      if (last.state === 'failed') throw problem('CONFLICT', last.reason ?? 'The rebuild failed.');
      const percent = Math.floor(last.fraction * 100);
      if (percent > told) say(`${percent} %`);
      told = percent;
      if (last.state === 'done') return;
    }
  },
};
