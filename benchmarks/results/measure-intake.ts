import { readMessage } from '@altis/odf';
import type { TestUser } from '@altis/testing';
import { cpuSecondsOf } from '../instruments/process-tree.ts';
import { participantsMessage, resultMessage, scheduleMessage } from './feed.ts';
import type { Sample } from './sample.ts';
import { sendMessage } from './send-message.ts';

/** Messages that are sent before the counted ones, so that everything is compiled. */
const warmUp = 40;

/** Messages a second that the library reads: one thread, CPU time of this process. */
export function measureParsing(rounds: number, seconds: number): Sample[] {
  const encoder = new TextEncoder();
  const kinds = {
    'DT_RESULT of 30': encoder.encode(resultMessage(0, 1)),
    'DT_SCHEDULE of 200': encoder.encode(scheduleMessage(200)),
    'DT_PARTIC of 30': encoder.encode(participantsMessage()),
  };
  const samples: Sample[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [what, bytes] of Object.entries(kinds)) {
      const value = readPerCpuSecond(bytes, seconds);
      // The first round warms up and is not counted.
      if (round === 0) continue;
      samples.push({
        part: 'parsed',
        what: `${what}, ${bytes.byteLength} bytes`,
        round,
        value,
        unit: 'messages/s/core',
      });
    }
  }
  return samples;
}

function readPerCpuSecond(bytes: Uint8Array, seconds: number): number {
  const before = process.cpuUsage();
  const untilMs = Date.now() + seconds * 1000;
  let count = 0;
  while (Date.now() < untilMs) {
    if (!readMessage(bytes).ok) throw new Error('The message cannot be read.');
    count += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

/** Messages a second that a real server takes in over HTTP, eight at once about eight units, with its database. */
export async function measureStoring(
  operator: TestUser,
  server: number,
  rounds: number,
  perRound: number,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const senders = Array.from({ length: 8 }, (_, n) => ({ unit: n, version: 0 }));
  const send = async (count: number): Promise<void> => {
    await Promise.all(
      senders.map(async (sender) => {
        for (let sent = 0; sent < count / senders.length; sent += 1) {
          sender.version += 1;
          await sendMessage(operator, resultMessage(sender.unit, sender.version));
        }
      }),
    );
  };
  await send(warmUp);
  for (let round = 1; round <= rounds; round += 1) {
    const cpuBefore = cpuSecondsOf(server);
    const before = performance.now();
    await send(perRound);
    const seconds = (performance.now() - before) / 1000;
    const cpuSeconds = cpuSecondsOf(server) - cpuBefore;
    const what = 'DT_RESULT of 30 by HTTP';
    samples.push({ part: 'stored', what, round, value: perRound / seconds, unit: 'messages/s' });
    samples.push({ part: 'stored', what, round, value: perRound / cpuSeconds, unit: 'messages/s/core' });
  }
  return samples;
}
