import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { audit } from '@altis/audit/contract';
import { startAltis, type Altis, type TestUser } from '@altis/testing';
import { KeptMessage, results as published } from '@altis/results/contract';
import { playByPlay, message, participants, results, schedule, suomi, teams, unit, valla } from './hockey-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
let operator: TestUser;

beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
  operator = await altis.signIn('operator');
});
afterAll(() => altis?.stop());

/** A kept message, or a refusal; one of the two, so that the tests read straight on. */
const Answer = z.object({
  ...KeptMessage.partial().shape,
  message: z.string().default(''),
  data: z
    .object({ message: z.string().default(''), remedy: z.string().default('') })
    .default({ message: '', remedy: '' }),
});
type Answer = z.infer<typeof Answer>;
type Body = string | Uint8Array<ArrayBuffer>;

async function send(body: Body, user = operator): Promise<{ status: number; body: Answer }> {
  const headers = { 'content-type': 'application/xml' };
  const response = await user.fetch('/api/results/messages', { method: 'POST', headers, body });
  return { status: response.status, body: Answer.parse(await response.json()) };
}

async function outcomeOf(body: Body): Promise<Answer['outcome']> {
  return (await send(body)).body.outcome;
}

const readUnit = async () => (await altis.signIn('visitor')).api(published).units.read({ rsc: unit });

test('a game: schedule, line-ups, goals, a correction and a cancelled goal, each with its source and in the audit', async () => {
  const first = await send(schedule(1));
  expect(first).toMatchObject({ status: 201, body: { outcome: 'new', competition: 'XWG2030', warnings: [] } });
  expect(await outcomeOf(teams(2))).toBe('new');
  expect(await outcomeOf(participants(2, [valla, suomi]))).toBe('new');
  expect(await outcomeOf(results(3, 'LIVE', ['0', '0']))).toBe('new');
  const goals = [
    { id: 'A1', order: 1, score: [1, 0] as const, when: '05:10' },
    { id: 'A2', order: 2, score: [2, 0] as const, when: '09:30' },
  ];
  expect(await outcomeOf(playByPlay(4, goals, { period: 'P1' }))).toBe('new');

  const live = await readUnit();
  expect(live).toMatchObject({
    name: { en: "Men's Gold Medal Game", fr: 'Finale hommes' },
    day: '2030-02-22',
    startsAt: '2030-02-22T20:10:00.000Z',
    venueName: 'North Arena',
    scheduleStatus: 'SCHEDULED',
    resultStatus: 'LIVE',
    clock: { period: 'P1', time: '14:02', running: true },
    competitors: [
      { side: 'home', name: 'Northland', result: '0', athletes: [{ name: { tv: 'Tero VALLA' }, bib: '10' }, {}] },
      { side: 'away', name: 'Southland' },
    ],
  });
  expect(live.actions.map(({ id, homeScore, at }) => [id, homeScore, at])).toEqual([
    ['A1', '1', '2030-02-22T20:05:10.420Z'],
    ['A2', '2', '2030-02-22T20:09:30.420Z'],
  ]);

  const corrected = await send(playByPlay(5, [{ ...goals[0]!, scorer: suomi }], { period: 'P1' }));
  expect(corrected.body.outcome).toBe('replaces');
  const after = await readUnit();
  expect(after.actions).toMatchObject([
    {
      id: 'A1',
      isCorrected: true,
      source: { message: corrected.body.id, version: 5, documentType: 'DT_PLAY_BY_PLAY' },
      competitors: [{ name: 'Northland', athletes: [{ code: suomi.code, name: { print: 'SUOMI Aki' } }] }],
    },
  ]);
  expect(after.withdrawn).toMatchObject([{ id: 'A2', source: { message: corrected.body.id } }]);

  const { entries } = await altis.administrator.api(audit).entries.list({});
  const cause = { message: corrected.body.id, version: '5' };
  expect(entries.filter((entry) => entry.action.startsWith('action.'))).toMatchObject([
    { action: 'action.withdrawn', subject: { kind: 'action', id: `${unit} A2` }, cause },
    { action: 'action.corrected', subject: { kind: 'action', id: `${unit} A1` }, cause },
  ]);
});

test('a name put right later reaches the actions that bear it', async () => {
  await send(participants(6, [{ ...suomi, family: 'Suominen' }], 'DT_PARTIC_UPDATE'));
  const [action] = (await readUnit()).actions;
  expect(action?.competitors[0]?.athletes[0]?.name.tv).toBe('Aki SUOMINEN');
  const person = await operator.api(published).participants.read({ code: suomi.code });
  expect(person).toMatchObject({ name: { family: 'Suominen' }, teams: [{ name: 'Northland' }] });
});

test('a team that is renamed keeps its results', async () => {
  await send(teams(7).replaceAll('Northland', 'Republic of Northland'));
  const { competitors, leaders } = await readUnit();
  expect(competitors).toMatchObject([
    { name: 'Republic of Northland', result: '0', side: 'home' },
    { name: 'Southland' },
  ]);
  expect(leaders).toMatchObject([{ name: 'Republic of Northland', result: '0' }, { name: 'Southland' }]);
  const team = await operator.api(published).teams.read({ code: competitors[0]?.code ?? '' });
  expect(team).toMatchObject({ formerNames: ['Northland'], outcomes: [{ unit: { rsc: unit }, result: '0' }] });
});

test('what is sent again, too late, or twice with one version changes nothing', async () => {
  const before = await readUnit();
  const again = await send(
    playByPlay(5, [{ id: 'A1', order: 1, score: [1, 0], when: '05:10', scorer: suomi }], { period: 'P1' }),
  );
  expect(again).toMatchObject({ status: 200, body: { outcome: 'duplicate', id: before.actions[0]!.source.message } });
  expect(await outcomeOf(playByPlay(4, [], { period: 'P1' }))).toBe('stale');
  const conflict = await send(playByPlay(5, [], { period: 'P1' }));
  expect(conflict.body).toMatchObject({ outcome: 'conflict', remedy: expect.stringContaining('higher Version') });
  expect(await readUnit()).toEqual(before);
});

test('messages of the test feed are kept apart', async () => {
  const before = await readUnit();
  const kept = await send(playByPlay(50, [], { period: 'P1', feedFlag: 'T' }));
  expect(kept).toMatchObject({ status: 201, body: { feed: 'test', outcome: 'new' } });
  expect(await readUnit()).toEqual(before);
});

const good = schedule(1);
const refusals: [name: string, body: Body, status: number, message: RegExp][] = [
  ['no bytes', '', 400, /empty/],
  ['a message that breaks off', good.slice(0, 300), 400, /line 2, column \d+/],
  ['no XML', '{"goal": 1}', 400, /line 1, column 1/],
  ['another document', '<html/>', 400, /not an ODF message/],
  [
    'an entity bomb',
    `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${good.replace(/^<\?xml.*\?>/, '')}`,
    400,
    /document type declaration|DOCTYPE/i,
  ],
  ['a reference to a file', good.replace('North Arena', '&passwd;'), 400, /entity|reference/i],
  ['what is compressed', new Uint8Array(gzipSync(good)), 400, /compressed with gzip/],
  ['deep nesting', `<OdfBody>${'<a>'.repeat(5000)}`, 400, /deep|nest|header|CompetitionCode/i],
  ['wrong bytes', new Uint8Array(Buffer.from(good.replace('North', 'N\u00f6rth'), 'latin1')), 400, /UTF-8/],
  ['a missing header', good.replace(/ Version="1"/, ''), 400, /no Version/],
  ['a wrong RSC', playByPlay(1, [], { documentCode: 'IHOM' }), 400, /RSC "IHOM" has 4 characters/],
  [
    'the code of a phase',
    playByPlay(1, [], { documentCode: 'IHOMTEAM6-------------FNL---------' }),
    400,
    /is the code of a phase/,
  ],
  ['another Games', playByPlay(9, [], { competitionCode: 'OWG2022' }), 409, /"OWG2022".*"XWG2030"/],
];

test.each(refusals)('%s is refused with reason and remedy, and kept in the log', async (_name, body, status, said) => {
  const answer = await send(body);
  expect(answer).toMatchObject({ status, body: { message: expect.stringMatching(said) } });
  expect(answer.body.data.remedy).not.toBe('');
  const kept = await operator.api(published).messages.read({ id: answer.body.data.message });
  expect(kept).toMatchObject({ outcome: 'refused', reason: answer.body.message, remedy: answer.body.data.remedy });
});

test('a message that is too large is refused, and only its beginning kept', async () => {
  const answer = await send(new Uint8Array(70 * 1024 * 1024).fill(0x20));
  expect(answer).toMatchObject({ status: 413, body: { message: expect.stringContaining('64 MiB') } });
  const kept = await operator.api(published).messages.read({ id: answer.body.data.message });
  expect(kept.text).toHaveLength(256 * 1024);
  expect(kept.isWhole).toBe(false);
});

test('a message of the log can be read again byte for byte', async () => {
  const sent = message({ documentType: 'DT_WEATHER', version: 1 }, []);
  const { body } = await send(sent);
  const kept = await operator.api(published).messages.read({ id: body.id ?? '' });
  expect(kept).toMatchObject({ text: sent, isWhole: true, documentType: 'DT_WEATHER' });
  const file = await operator.fetch(`/api/results/messages/${body.id}/original.xml`);
  expect(await file.text()).toBe(sent);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('messages that come at once are decided on one after the other', async () => {
  const rsc = unit.replace('000100', '000200');
  const versions = [3, 1, 4, 2, 5];
  await Promise.all(
    versions.map((version) =>
      send(playByPlay(version, [{ id: 'A1', order: 1, score: [version, 0] }], { documentCode: rsc })),
    ),
  );
  const { actions, resultStatus } = await operator.api(published).units.read({ rsc });
  expect(actions).toMatchObject([{ homeScore: '5', source: { version: 5 } }]);
  expect(resultStatus).toBe('LIVE');
});

test('only operators send and read messages', async () => {
  for (const role of ['visitor', 'member'] as const) {
    const user = await altis.signIn(role);
    const refused = role === 'visitor' ? 401 : 403;
    expect((await send(good, user)).status).toBe(refused);
    expect((await user.fetch('/api/results/messages')).status).toBe(refused);
    expect((await user.fetch('/api/results/messages/message_1/original.xml')).status).toBe(refused);
    expect((await user.fetch('/api/results/units')).status).toBe(200);
  }
});
