import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { messageOf, problem } from '@altis/kernel';
import { KeptMessage } from '@altis/results/contract';
import { say, type Command } from '../../command.ts';
import { request } from '../../server.ts';
import { readRecordedFeed, type Recorded } from './recorded-feed.ts';

export const replayFeed: Command = {
  takes: '<folder|zip> [--speed 60] [--from time] [--zone UTC]',
  does: 'Send a recorded feed by the times in its headers: at real speed, faster, or at once (--speed 0)',
  async run(args) {
    const { path, speed, from, zone } = readOptions(args);
    const skip = (name: string, reason: string): void => say(`${name}: left out. ${reason}`);
    const feed = (await readRecordedFeed(path, zone, skip)).filter(({ atMs }) => atMs >= from);
    const [first] = feed;
    if (first === undefined) throw problem('INVALID_INPUT', 'There is no message at or after that time.');
    const startedMs = performance.now();
    for (const [index, message] of feed.entries()) {
      const dueMs = speed === 0 ? 0 : (message.atMs - first.atMs) / speed;
      await delay(Math.max(0, dueMs - (performance.now() - startedMs)));
      const outcome = await send(message);
      say(`${index + 1}/${feed.length} ${new Date(message.atMs).toISOString()} ${message.name}: ${outcome}`);
    }
  },
};

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      speed: { type: 'string', default: '1' },
      from: { type: 'string' },
      zone: { type: 'string', default: 'UTC' },
      url: { type: 'string' },
    },
  });
  const [path] = positionals;
  const speed = Number(values.speed);
  const from = values.from === undefined ? -Infinity : Date.parse(values.from);
  if (path === undefined) throw problem('INVALID_INPUT', 'Name the folder or ZIP with the recorded messages.');
  if (!(speed >= 0)) throw problem('INVALID_INPUT', `The speed "${values.speed}" is no number from 0 on.`);
  if (Number.isNaN(from))
    throw problem('INVALID_INPUT', `"${values.from}" is no time such as 2030-02-22T15:00:00+01:00.`);
  if (values.url !== undefined) process.env['ALTIS_URL'] = values.url;
  return { path, speed, from, zone: values.zone };
}

/** A message that is refused stops no other. */
async function send({ name, read }: Recorded): Promise<string> {
  try {
    const answer = await request(`/api/results/messages?file=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: Buffer.from(await read()),
    });
    return KeptMessage.parse(await answer.json()).outcome;
  } catch (error) {
    return `refused. ${messageOf(error)}`;
  }
}
