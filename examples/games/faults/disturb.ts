import { chanceOf, shuffled } from '../chance.ts';
import type { GamesMessage } from '../feed/send-reports.ts';

/** A message as it arrives, with what was done to it on the way. */
export type DisturbedMessage = GamesMessage & { readonly fault?: Fault };

/**
 * `late`: overtaken by others; `again`: sent twice; `test`: of the test feed, with other numbers; `foreign`: of another
 * Games; `truncated`: cut off, and sent again whole afterwards; `held`: kept back by a line that was down.
 */
type Fault = 'late' | 'again' | 'test' | 'foreign' | 'truncated' | 'held';

/** A line that is down for a while; everything is sent when it is up again. */
export type LineGap = { readonly venue: string; readonly fromMs: number; readonly lastsMs: number };

/** How many of a thousand messages each fault befalls. */
const rates = { late: 45, again: 25, test: 15, foreign: 6, truncated: 8 } as const;

/**
 * What the way to the server does to messages: the same story arrives late, twice, out of order, cut off, and mixed with
 * messages that are none of it. What holds in the end must not depend on any of this. Pure.
 */
export function disturb(
  messages: readonly GamesMessage[],
  { seed, gaps = [] }: { seed: number; gaps?: readonly LineGap[] },
): DisturbedMessage[] {
  const random = chanceOf(seed, 'faults');
  const arriving = messages.flatMap((message): DisturbedMessage[] => {
    const gap = gaps.find(
      ({ venue, fromMs, lastsMs }) =>
        venue === message.venue && fromMs <= message.atMs && message.atMs < fromMs + lastsMs,
    );
    if (gap !== undefined) return [changed(message, 'held', gap.fromMs + gap.lastsMs + random.integer(0, 20_000))];
    const dice = random.integer(0, 999);
    const fault = faultOf(dice);
    const laterMs = message.atMs + random.integer(2000, 45_000);
    if (fault === 'late') return [changed(message, fault, laterMs)];
    if (fault === 'again') return [message, changed(message, fault, laterMs)];
    if (fault === 'test') return [message, changed(message, fault, laterMs, testFeed)];
    if (fault === 'foreign') return [message, changed(message, fault, laterMs, otherGames)];
    if (fault === 'truncated') return [changed(message, fault, message.atMs, half), changed(message, 'late', laterMs)];
    return [message];
  });
  // What arrives in the same second is in no order.
  return shuffled(random, arriving).toSorted((a, b) => Math.floor(a.atMs / 1000) - Math.floor(b.atMs / 1000));
}

/** One venue's line is down for so long in the middle of its busiest hour. */
export function busiestGap(messages: readonly GamesMessage[], lastsMs: number): LineGap {
  const counts = new Map<string, number>();
  const hourOf = ({ atMs }: GamesMessage): number => Math.floor(atMs / 3_600_000);
  for (const message of messages) {
    const key = `${message.venue} ${hourOf(message)}`;
    if (message.venue !== 'GMS') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [busiest = ''] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const [venue = '', hour = '0'] = busiest.split(' ');
  return { venue, fromMs: Number(hour) * 3_600_000 + 600_000, lastsMs };
}

function faultOf(dice: number): Fault | undefined {
  let below = 0;
  for (const [fault, rate] of Object.entries(rates)) {
    below += rate;
    if (dice < below) return fault as Fault;
  }
  return undefined;
}

/** The message at another time, and with another text where `rewrite` makes one. */
function changed(
  message: GamesMessage,
  fault: Fault,
  atMs: number,
  rewrite: (xml: string) => string = (xml) => xml,
): DisturbedMessage {
  const { venue, documentType, documentCode, version, feedFlag } = message;
  return {
    atMs,
    venue,
    documentType,
    documentCode,
    version,
    feedFlag: fault === 'test' ? 'T' : feedFlag,
    fault,
    get xml() {
      return rewrite(message.xml);
    },
  };
}

const testFeed = (xml: string): string =>
  xml
    .replace(' FeedFlag="P"', ' FeedFlag="T"')
    .replace(/ Version="\d+"/, ' Version="999"')
    .replaceAll(/ Rank="\d+"/g, ' Rank="1"');
const otherGames = (xml: string): string => xml.replace(/ CompetitionCode="[^"]*"/, ' CompetitionCode="XWG2026"');
const half = (xml: string): string => xml.slice(0, Math.floor(xml.length / 2));
