import { results } from '@altis/results/contract';
import { say, type Command } from '../../command.ts';
import { reach } from '../../server.ts';

export const retryRefused: Command = {
  takes: '[words of the reason]',
  does: 'Take refused messages in again',
  async run(words) {
    const { taken, refused, partial } = await reach(results).feed.retry(
      words.length === 0 ? {} : { reason: words.join(' ') },
    );
    say(
      `${taken} taken in, ${refused} refused again${partial > 0 ? `, ${partial} too large to have been kept whole` : ''}`,
    );
  },
};
