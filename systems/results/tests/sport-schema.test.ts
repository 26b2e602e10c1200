import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { results, TableReading } from '../contract/index.ts';

let here: Altis;
let there: Altis;
beforeAll(async () => {
  [here, there] = await Promise.all([startAltis({ systems: ['results'] }), startAltis({ systems: ['results'] })]);
});
afterAll(() => Promise.all([here?.stop(), there?.stop()]));

async function importList(operator: TestUser): Promise<string> {
  const body =
    'Rank;Bib;Name;Nation;Time\n1;4;VALLA Tero;AAA;1:02.30\n1;5;SUOMI Aki;BBB;1:02.30\n3;6;ROSSI Anna;BBB;1:03.45\n;7;LI Na;AAA;DNF\n';
  const response = await operator.fetch('/api/results/tables?file=x.csv', { method: 'POST', body });
  const { id, mapping } = TableReading.parse(await response.json());
  const { unit } = await operator.api(results).tables.write({
    id,
    mapping,
    target: {
      competition: 'Games',
      day: '2030-02-23',
      startsAt: '10:30',
      zone: 'Asia/Kathmandu',
      place: 'Stadium',
      discipline: { code: 'ATH', name: 'Athletics' },
      event: { rsc: null, name: '400 m', gender: 'O' },
      kind: 'results',
      status: 'OFFICIAL',
    },
  });
  return unit;
}

test('a unit that goes out as JSON-LD and comes in elsewhere is the same there, and goes out alike', async () => {
  const sender = await here.signIn('operator');
  const receiver = await there.signIn('operator');
  const unit = await importList(sender);
  const path = `/api/results/sport-schema/units/${unit}.jsonld`;
  const out = await (await sender.fetch(path)).text();
  expect(out).toContain('"sport:startDateTime":{"@value":"2030-02-23T10:30:00+05:45"');

  const answer = await receiver.fetch('/api/results/sport-schema', { method: 'POST', body: out });
  expect([answer.status, await answer.json()]).toMatchObject([201, { units: [unit] }]);
  expect(JSON.parse(await (await receiver.fetch(path)).text())).toEqual(JSON.parse(out));
  const event = await receiver.fetch(`/api/results/sport-schema/events/${unit.slice(0, 22)}------------.jsonld`);
  expect(await event.json()).toEqual(JSON.parse(out));
});

test.each([
  ['not JSON', '{', 'no JSON'],
  ['no event', '{"@graph":[]}', 'no sport:Event'],
  ['an event without RSC', '{"@type":"sport:Event","@id":"urn:x:1"}', 'RSC'],
  ['depth', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'deep'],
])('%s is refused with a reason', async (_, body, reason) => {
  const operator = await here.signIn('operator');
  const response = await operator.fetch('/api/results/sport-schema', { method: 'POST', body });
  expect([response.status, await response.json()]).toMatchObject([400, { message: expect.stringContaining(reason) }]);
});
