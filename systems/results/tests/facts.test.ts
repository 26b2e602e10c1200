import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSchema, sql, type SchemaDatabase } from '@altis/database';
import { createTestDatabase, type TestDatabase } from '@altis/database/testing';
import { silentLog } from '@altis/kernel';
import { odfElement, type OdfElement } from '@altis/odf';
import { FactRecorded, FactWithdrawn, results as published, type Fact } from '@altis/results/contract';
import { startAltis, type Altis } from '@altis/testing';
import { message, participants, suomi, valla } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let outbox: SchemaDatabase<unknown>;
let altis: Altis;
beforeAll(async () => {
  database = await createTestDatabase();
  altis = await startAltis({ systems: ['results'], env: { DATABASE_URL: database.url } });
  outbox = await openSchema({ server: database, schema: 'reader', migrations: {}, log: silentLog });
});
afterAll(async () => {
  await altis?.stop();
  await outbox?.close();
  await database?.drop();
});

const event = 'IHOMDH----------------------------';
const race = 'IHOMDH----------------FNL-000100--';
const discipline = 'IHO-------------------------------';
const third = '1000199';

type Line = {
  readonly code: string;
  readonly rank?: number;
  readonly result?: string;
  readonly irm?: string;
  readonly isCurrent?: boolean;
  readonly splits?: readonly string[];
};

const a = { code: valla.code, rank: 1, result: '1:31.00', splits: ['31.20'] };
const b = { code: suomi.code, rank: 1, result: '1:30.50' };
const beaten = { ...a, rank: 2, splits: ['31.25'] };

/** A timed run, told live, with a split put right, a protest, and a winner who is disqualified. */
const feed = [
  participants(1, [valla, suomi, { code: third, family: 'Kolmas', given: 'Ari' }]),
  scheduled(1, 'SCHEDULED', '10:00'),
  scheduled(2, 'POSTPONED', '10:00'),
  scheduled(3, 'RESCHEDULED', '14:00'),
  list(2, 'START_LIST', [{ code: valla.code }, { code: suomi.code }, { code: third }]),
  list(3, 'LIVE', [{ code: valla.code, isCurrent: true }, { code: suomi.code }, { code: third }]),
  list(4, 'LIVE', [{ code: valla.code, isCurrent: true, splits: ['31.20'] }, { code: suomi.code }, { code: third }]),
  list(5, 'LIVE', [a, { code: suomi.code, isCurrent: true }, { code: third }]),
  list(6, 'LIVE', [b, beaten, { code: third, isCurrent: true }]),
  list(7, 'LIVE', [b, beaten, { code: third, irm: 'DNF' }]),
  list(8, 'UNOFFICIAL', [b, beaten, { code: third, irm: 'DNF' }]),
  protest(9),
  list(10, 'OFFICIAL', [
    { ...beaten, rank: 1 },
    { code: suomi.code, irm: 'DSQ' },
    { code: third, irm: 'DNF' },
  ]),
  medals(11),
];

test('a run is told with its source, and what is taken back is told no more', async () => {
  const unofficial = await factsAfter(feed.slice(0, 11), 0);
  expect(unofficial.map(outline)).toEqual(
    expect.arrayContaining(['lead-change Aki SUOMI 1:30.50 after 1000123', 'finished Aki SUOMI 1:30.50']),
  );
  const facts = await factsAfter(feed.slice(11), 0);
  expect(facts.map(outline)).toEqual([
    'official',
    'out Aki SUOMI DSQ',
    'protested FILED',
    'unofficial',
    'finished',
    'out Ari KOLMAS DNF',
    'on-course Ari KOLMAS',
    'podium-change Tero VALLA 1:31.00',
    'lead-change Tero VALLA 1:31.00',
    'finished Tero VALLA 1:31.00',
    'on-course Aki SUOMI',
    // Told with version 4, put right with version 6.
    'split Tero VALLA 31.25',
    'on-course Tero VALLA',
    'started',
    'postponed 2030-02-22T14:00:00+01:00 after 2030-02-22T10:00:00+01:00',
  ]);
  expect(facts.find(({ kind }) => kind === 'split')).toMatchObject({
    // Headers are dated by the clocks of the venue, of which the schedule tells that they are an hour ahead.
    at: '2030-02-22T14:04:00.000Z',
    position: '1',
    organisation: 'AAA',
    source: { documentType: 'DT_RESULT', version: 6, issuedAt: '2030-02-22T15:06:00.000' },
  });
  const visitor = (await altis.signIn('visitor')).api(published);
  expect((await visitor.events.read({ rsc: event })).facts).toMatchObject([
    { kind: 'medals', name: 'Tero VALLA', position: '1', value: 'ME_GOLD', source: { documentType: 'DT_MEDALLISTS' } },
  ]);
  for (const { source } of facts) {
    const kept = await altis.administrator.api(published).messages.read({ id: source.message });
    expect(kept).toMatchObject({ documentType: source.documentType, version: source.version });
  }
});

test('the facts are the same whatever the order of arrival, with versions that come late, twice or not at first', async () => {
  const inOrder = comparable(await factsAfter(feed, 1), 1);
  expect(inOrder.length).toBe(15);
  const orders = [
    feed.toReversed(),
    feed.flatMap((each) => [each, each]),
    [...feed.slice(7), ...feed.slice(0, 7)],
    ...fc.sample(fc.shuffledSubarray(feed, { minLength: feed.length }), { seed: 2030, numRuns: 4 }),
  ];
  for (const [index, messages] of orders.entries()) {
    const facts = await factsAfter(messages, index + 2);
    expect(comparable(facts, index + 2), `order ${index}`).toEqual(inOrder);
    expect(await factsPublished(index + 2)).toEqual(new Map(facts.map((fact) => [fact.id, { ...fact, ...unnamed }])));
  }
});

test('a protest that is moved to another unit, or withdrawn, is told of the first one no more', async () => {
  const other = race.replace('0001', '0002');
  const about = (version: number, units: readonly string[] | undefined): string =>
    message(
      { documentType: 'DT_COMMUNICATION', documentCode: event, documentSubcode: '9', version },
      units && [
        odfElement(
          'Communication',
          {},
          units.map((unit) => odfElement('Protest', { Status: 'FILED', Rule: '1', Interpreter: 'N', Unit: unit })),
        ),
      ],
    );
  const versions = [about(40, [race]), about(41, [race, other]), about(42, [other]), about(43, undefined)];
  const starts = [race, other].map((documentCode) =>
    message({ documentType: 'DT_RESULT', documentCode, version: 1, resultStatus: 'START_LIST' }, [
      lineOf({ code: valla.code }, 0),
    ]),
  );
  const told: readonly [race: number, other: number][] = [
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  for (const [at, [first, second]] of told.entries()) {
    for (const [number, sent] of [versions.slice(0, at + 1), versions.slice(0, at + 1).toReversed()].entries()) {
      const place = 20 + 2 * at + number;
      const inRace = await factsAfter([...starts, ...sent], place);
      const inOther = await factsAfter([], place, other);
      expect([inRace.length, inOther.length], `version ${at + 1}, order ${number}`).toEqual([first, second]);
    }
  }
});

/** Sends messages as those of another discipline and other people, and reads the facts of the unit. */
async function factsAfter(messages: readonly string[], number: number, unit = race): Promise<Fact[]> {
  for (const each of messages) {
    const response = await altis.administrator.fetch('/api/results/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: number === 0 ? each : each.replaceAll('IHO', disciplineOf(number)).replaceAll('"1000', `"${number}000`),
    });
    expect(response.ok).toBe(true);
  }
  const rsc = number === 0 ? unit : unit.replace('IHO', disciplineOf(number));
  return (await (await altis.signIn('visitor')).api(published).units.read({ rsc })).facts;
}

function disciplineOf(number: number): string {
  return `X${String(number).padStart(2, '0')}`;
}

/** Whoever follows the events of the unit knows the same; the names are those of the moment. */
const unnamed = { name: null, organisation: null };

async function factsPublished(number: number): Promise<Map<string, Fact>> {
  const { rows } = await sql<{ name: string; payload: unknown }>`
    select name, payload from events.outbox
    where name in (${FactRecorded.name}, ${FactWithdrawn.name}) order by transaction_id, number`.execute(outbox.db);
  const facts = new Map<string, Fact>();
  for (const { name, payload } of rows) {
    const { fact } = FactRecorded.payload.parse(payload);
    if (fact.unit !== race.replace('IHO', disciplineOf(number))) continue;
    if (name === FactRecorded.name) facts.set(fact.id, { ...fact, ...unnamed });
    else if (!facts.delete(fact.id)) throw new Error(`${fact.id} was withdrawn, but never told.`);
  }
  return facts;
}

function comparable(facts: readonly Fact[], number: number): unknown[] {
  const text = JSON.stringify(facts.map((fact) => ({ ...fact, source: { ...fact.source, message: '' } })));
  return JSON.parse(
    text.replaceAll(disciplineOf(number), 'IHO').replaceAll(new RegExp(`([": ])${number}000`, 'g'), '$11000'),
  );
}

function outline({ kind, name, value, previous }: Fact): string {
  const before = kind !== 'podium-change' && previous !== null ? `after ${previous}` : null;
  return [kind, name, value, before].filter((part) => part !== null).join(' ');
}

function list(version: number, resultStatus: string, lines: readonly Line[]): string {
  return message({ documentType: 'DT_RESULT', documentCode: race, version, resultStatus }, lines.map(lineOf));
}

function lineOf({ code, rank, result, irm, isCurrent, splits = [] }: Line, index: number): OdfElement {
  return odfElement('Result', { Rank: rank, Result: result, IRM: irm, SortOrder: index + 1 }, [
    odfElement(
      'ExtendedResults',
      {},
      splits.map((value, at) =>
        odfElement('ExtendedResult', { Type: 'ER', Code: 'INTERMEDIATE', Pos: at + 1, Value: value }),
      ),
    ),
    odfElement('Competitor', { Code: code, Type: 'A', Organisation: 'AAA', Current: isCurrent ? 'Y' : undefined }),
  ]);
}

function scheduled(version: number, status: string, start: string): string {
  return message({ documentType: 'DT_SCHEDULE_UPDATE', documentCode: discipline, version }, [
    odfElement(
      'Unit',
      { Code: race, PhaseType: 3, ScheduleStatus: status, StartDate: `2030-02-22T${start}:00+01:00` },
      [odfElement('ItemName', { Language: 'ENG', Value: 'Downhill' })],
    ),
  ]);
}

function protest(version: number): string {
  return message({ documentType: 'DT_COMMUNICATION', documentCode: race, documentSubcode: '1', version }, [
    odfElement('Communication', {}, [odfElement('Protest', { Status: 'FILED', Rule: '1', Interpreter: 'N' })]),
  ]);
}

function medals(version: number): string {
  return message({ documentType: 'DT_MEDALLISTS', documentCode: event, version }, [
    odfElement('Medal', { Code: 'ME_GOLD', Date: '2030-02-22', Unit: race }, [
      odfElement('Competitor', { Code: valla.code, Type: 'A', Organisation: 'AAA', Order: 1 }),
    ]),
  ]);
}
