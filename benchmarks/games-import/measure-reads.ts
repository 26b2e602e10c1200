import { results } from '@altis/results/contract';
import type { TestUser } from '@altis/testing';

const rounds = 20;
const words = ['marchand', 'biles', 'LE', 'ฝรั่งเศส', '张', 'paris', 'judo', 'ariarne', '100m', 'united', 'мария', 'kim'];

/** Prints how long what the pages ask for takes, over HTTP and one at a time: half of the answers, and 95 %. */
export async function measureReads(visitor: TestUser): Promise<void> {
  const api = visitor.api(results);
  const { lines } = await api.medals.table({});
  const { days } = await api.schedule.days({});
  const day = days.toSorted((left, right) => right.units - left.units)[0]?.day ?? '';
  const { items: units } = await api.schedule.day({ day });
  const { items: people } = await api.participants.list({ limit: 50 });
  const { items: known } = await api.events.list({});
  const events = known.map(({ rsc }) => rsc);
  const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!;

  await measure('days', () => api.schedule.days({}));
  await measure('schedule of a day', () => api.schedule.day({ day }));
  await measure('unit', (at) => api.units.read({ rsc: pick(units, at * 7).rsc }));
  await measure('event', (at) => api.events.read({ rsc: pick(events, at) }));
  await measure('people', () => api.participants.list({ limit: 100 }));
  await measure('athlete', (at) => api.participants.read({ code: pick(people, at).code }));
  await measure('organisation', (at) => api.organisations.read({ code: pick(lines, at).organisation }));
  await measure('medal table', () => api.medals.table({}));
  await measure('search', (at) => api.search({ q: pick(words, at) }));
}

async function measure(what: string, read: (at: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const before = performance.now();
    await read(at);
    times.push(performance.now() - before);
  }
  const sorted = times.toSorted((left, right) => left - right);
  const quantile = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0).padStart(5);
  console.log(`${what.padEnd(20)} p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms`);
}
