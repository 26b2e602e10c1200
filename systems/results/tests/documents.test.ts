import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { audit } from '@altis/audit/contract';
import { odfElement, type OdfElement } from '@altis/odf';
import { results as published } from '@altis/results/contract';
import { startAltis, type Altis } from '@altis/testing';
import { participants } from './hockey-feed.ts';
import { around, berg, competitor, costa, dahl, document, evans, event, firstRun, line, medal } from './slalom-feed.ts';
import { dot, medalTable, phase, plan, result, secondRun, split, teamCompetitor } from './slalom-feed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let altis: Altis;
beforeAll(async () => {
  altis = await startAltis({ systems: ['results'] });
});
afterAll(() => altis?.stop());

const api = () => altis.administrator.api(published);
const run = () => api().units.read({ rsc: firstRun });

async function send(body: string): Promise<{ id: string; warnings: string[] }> {
  const headers = { 'content-type': 'application/xml' };
  const response = await altis.administrator.fetch('/api/results/messages', { method: 'POST', headers, body });
  const answer = (await response.json()) as { id: string; outcome: string; warnings: string[] };
  expect(answer).toMatchObject({ outcome: expect.stringMatching(/new|replaces/) });
  return answer;
}

const marks = (rank: number, mark: string) => ({ Rank: rank, Result: mark, Diff: rank === 1 ? undefined : '+0.20' });

test('the schedule: session and venue, medal unit, and who starts past midnight counts to the evening', async () => {
  await send(
    plan(1, [
      { rsc: firstRun, start: '2030-02-22T21:00:00+01:00' },
      { rsc: secondRun, start: '2030-02-23T00:15:00+01:00', medal: 1 },
    ]),
  );
  const { days } = await api().schedule.days();
  expect(days).toEqual([{ day: '2030-02-22', units: 2, medalUnits: 1, disciplines: ['ALP'], venues: ['HIL'] }]);
  const { items } = await api().schedule.day({ day: '2030-02-22', venue: 'HIL' });
  expect(items).toMatchObject([
    { rsc: firstRun, startsAt: '2030-02-22T20:00:00.000Z', offset: '+01:00', venueName: 'North Hill', medal: 'none' },
    { rsc: secondRun, startsAt: '2030-02-22T23:15:00.000Z', day: '2030-02-22', session: 'ALP01', medal: 'gold' },
  ]);
  const [slalom] = (await api().events.list({ discipline: 'ALP' })).items;
  expect(slalom).toMatchObject({
    rsc: event,
    gender: 'W',
    days: ['2030-02-22'],
    status: 'scheduled',
    isMedalEvent: true,
  });
});

test('a run: splits, provisional times, who is on course, records, officials and progress', async () => {
  const record = odfElement('RecordIndicators', {}, [
    odfElement('RecordIndicator', { Order: 1, Code: event, RecordType: 'TR', Equalled: 'N' }),
  ]);
  const speed = odfElement('ExtendedResult', { Type: 'ER', Code: 'SPEED', Value: '92.4' }, [
    odfElement('Extension', { Code: 'MAX', Value: '95.0' }),
  ]);
  await send(
    result('LIVE', { version: 2 }, [
      line(costa, 1, {}),
      line(berg, 2, { ...marks(1, '50.10'), QualificationMark: 'Q' }, [
        odfElement('ExtendedResults', {}, [split(1, '20.01', 2), speed]),
        record,
      ]),
      line(dahl, 3, { ...marks(2, '50.30'), RankEqual: 'Y', Unchecked: 'Y' }),
      line(evans, 4, { IRM: 'DNF' }),
    ]),
  );
  const live = await run();
  expect(live).toMatchObject({
    eventName: { en: "Women's Slalom" },
    resultStatus: 'LIVE',
    progress: { total: 2, complete: 1 },
    officials: [{ code: '9001', name: { print: 'RUIZ Ada' }, organisation: 'DDD', function: 'REFEREE' }],
    leaders: [{ code: berg.code, name: 'Ida BERG', rank: '1', result: '50.10' }, { code: dahl.code }],
    competitors: [
      { code: costa.code, isCurrent: true, rank: null },
      {
        code: berg.code,
        kind: 'athlete',
        bib: '1',
        qualification: 'Q',
        splits: [{ position: '1', code: 'INT1', result: '20.01', rank: '2' }],
        details: [{ type: 'ER', code: 'SPEED', value: '92.4', extensions: [{ code: 'MAX', value: '95.0' }] }],
        records: [{ code: event, type: 'TR', isEqualled: false }],
      },
      { code: dahl.code, rank: '2', isRankShared: true, isProvisional: true, diff: '+0.20' },
      { code: evans.code, invalidMark: 'DNF' },
    ],
  });
  expect((await api().events.list({})).items).toMatchObject([{ status: 'running', name: { en: "Women's Slalom" } }]);
});

test('a scoreboard counts until a result is sent after it', async () => {
  const board = (version: number, mark: string) =>
    document('DT_CURRENT', { documentCode: firstRun, version, resultStatus: 'LIVE' }, [
      odfElement('Clock', { Running: 'Y', Time: '0:31', Period: 'R1' }),
      line(costa, 1, { Result: mark }),
    ]);
  await send(board(3, '31.00'));
  const live = await run();
  expect(live).toMatchObject({ clock: { time: '0:31', running: true }, resultStatus: 'LIVE' });
  expect(live.competitors).toMatchObject([{ code: costa.code, result: '31.00' }, { result: '50.10' }, {}, {}]);
  const lines = [line(berg, 1, marks(1, '50.10')), line(dahl, 2, marks(2, '50.30')), line(costa, 3, marks(3, '50.40'))];
  await send(result('OFFICIAL', { version: 4 }, lines));
  expect(await run()).toMatchObject({ clock: null, competitors: [{ code: berg.code }, {}, { result: '50.40' }] });
});

test('an official result that changes afterwards is told in the audit', async () => {
  const lines = [line(berg, 1, marks(1, '50.10')), line(costa, 2, marks(2, '50.40')), line(dahl, 3, { IRM: 'DSQ' })];
  const { id } = await send(result('OFFICIAL', { version: 5 }, lines));
  const { entries } = await altis.administrator.api(audit).entries.list({});
  const [entry] = entries.filter(({ action }) => action === 'result.corrected');
  expect(entry).toMatchObject({ subject: { kind: 'unit', id: firstRun }, cause: { message: id, version: '5' } });
  expect(entry?.details).toEqual({
    status: 'OFFICIAL',
    competitors: [
      {
        code: dahl.code,
        before: { rank: '2', result: '50.30', invalidMark: null },
        after: { rank: null, result: null, invalidMark: 'DSQ' },
      },
      {
        code: costa.code,
        before: { rank: '3', result: '50.40', invalidMark: null },
        after: { rank: '2', result: '50.40', invalidMark: null },
      },
    ],
  });
});

test('weather, decisions and statistics stand with the run; each with its source', async () => {
  const weather = await send(around.weather(6, '-8'));
  const decision = await send(around.decision(7));
  await send(around.statistics(8));
  const unit = await run();
  expect(unit).toMatchObject({
    weather: [
      {
        place: 'TOP',
        sky: 'CLEAR',
        temperatures: [{ code: 'AIR', value: '-8', unit: 'C' }],
        humidity: '71',
        windSpeed: '3.2',
        windDirection: 'NE',
        source: { message: weather.id },
      },
    ],
    communications: [
      {
        kind: 'decision',
        title: 'Gate 14',
        text: 'Dahl is disqualified.',
        publishedAt: '2030-02-22T21:05:00.000Z',
        source: { message: decision.id, documentType: 'DT_COMMUNICATION' },
      },
    ],
  });
  expect(unit.competitors[0]?.details).toMatchObject([{ type: 'ST', code: 'SPEED', value: '92.4' }]);
});

test('an event: phases, standing, bracket and records under the names of the register', async () => {
  await send(around.standing(9, [berg, costa]));
  await send(around.bracket(10));
  await send(around.record(11));
  await send(participants(12, [{ ...berg, family: 'Berg-Lund' }]));
  const slalom = await api().events.read({ rsc: event });
  expect(slalom).toMatchObject({
    phases: [{ rsc: phase, units: [{ rsc: firstRun }, { rsc: secondRun }] }],
    standings: [
      {
        kind: 'phase',
        rsc: phase,
        status: 'INTERMEDIATE',
        lines: [
          { name: 'Ida BERG-LUND', rank: '1', pointsFor: '3' },
          { name: 'Lia COSTA', rank: '2' },
        ],
        source: { documentType: 'DT_PHASE_RESULT' },
      },
    ],
    brackets: [
      { code: 'FNL', rounds: [{ items: [{ unit: secondRun, startsAt: expect.stringMatching(/^2030-02-22T23:00/) }] }] },
    ],
    records: [
      { type: 'TR', holderName: 'Ida BERG-LUND', isNew: true, day: '2030-02-22' },
      { holderName: 'Lia COSTA', isNew: false },
    ],
    communications: [{ title: 'Gate 14', unit: firstRun }],
  });
  expect(slalom.brackets[0]?.rounds[0]?.items[0]?.places).toMatchObject([
    { code: berg.code, name: 'Ida BERG-LUND', outcome: 'W', result: '50.10' },
    { code: null, name: null, from: firstRun, fromOutcome: 'W' },
  ]);
  expect((await api().records.list({ discipline: 'ALP' })).items).toHaveLength(2);
  expect((await run()).leaders[0]).toMatchObject({ name: 'Ida BERG-LUND' });
});

const lines = async () =>
  (await api().medals.table({})).lines.map(({ organisation, rank, gold, silver, bronze }) => {
    return [organisation, rank, gold, silver, bronze];
  });

test('medals: a tie shares them, one taken away moves the others up, and the table follows', async () => {
  const tie = await send(
    document('DT_MEDALLISTS', { version: 20, resultStatus: 'OFFICIAL' }, [
      medal('ME_GOLD', competitor(berg), competitor(costa)),
      medal('ME_BRONZE', competitor(dahl)),
    ]),
  );
  expect(tie.warnings.filter((text) => text.startsWith(event))).toEqual([]);
  expect(await lines()).toEqual([
    ['AAA', 1, 1, 0, 0],
    ['BBB', 1, 1, 0, 0],
    ['CCC', 3, 0, 0, 1],
  ]);
  expect((await api().medals.list({ organisation: 'AAA' })).items).toMatchObject([
    { medal: 'gold', code: berg.code, name: 'Ida BERG-LUND', eventName: { en: "Women's Slalom" }, unit: secondRun },
  ]);
  // Whatever the ranks of the run that decides: its pages show the medals that were won.
  const gold = [berg, costa].map(({ code }) => ({ code, medal: 'gold' }));
  const won = [...gold, { code: dahl.code, medal: 'bronze' }];
  expect((await api().units.read({ rsc: secondRun })).medals).toEqual(won);
  expect((await api().units.read({ rsc: firstRun })).medals).toEqual([]);

  const moved = [
    medal('ME_GOLD', competitor(costa)),
    medal('ME_SILVER', competitor(dahl)),
    medal('ME_BRONZE', competitor(evans)),
  ];
  const again = await send(document('DT_MEDALLISTS', { version: 21, resultStatus: 'OFFICIAL' }, moved));
  expect(await lines()).toEqual([
    ['BBB', 1, 1, 0, 0],
    ['CCC', 2, 0, 1, 0],
    ['AAA', 3, 0, 0, 1],
  ]);
  const { medals } = await api().events.read({ rsc: event });
  expect(medals.map(({ name, source }) => [name, source.message])).toEqual([
    ['Lia COSTA', again.id],
    ['Una DAHL', again.id],
    ['Mia EVANS', again.id],
  ]);
});

test("a team's medal counts once; odd medals are said; the table of a day, and where the feed's own differs", async () => {
  const relay = 'ALPXTEAM--------------------------';
  const team = teamCompetitor('ALPXTEAM--AAA01', 'AAA', 'Alpland', [berg, evans]);
  const odd = await send(
    document('DT_MEDALLISTS', { documentCode: relay, version: 22 }, [
      odfElement('Medal', { Code: 'ME_GOLD', Date: '2030-02-23', Unit: relay }, [team, competitor(costa)]),
      odfElement('Medal', { Code: 'ME_SILVER', Date: '2030-02-23', Unit: relay }, [competitor(dahl)]),
    ]),
  );
  expect(odd.warnings).toContain(`${relay} has 2 gold medals and a silver one.`);
  expect(await lines()).toEqual([
    ['BBB', 1, 2, 0, 0],
    ['AAA', 2, 1, 0, 1],
    ['CCC', 3, 0, 2, 0],
  ]);
  expect((await api().medals.table({ day: '2030-02-22' })).lines).toMatchObject([
    { organisation: 'BBB', gold: 1 },
    {},
    {},
  ]);
  await send(medalTable(23, { AAA: [1, 0, 1], BBB: [1, 0, 0], DDD: [0, 0, 1] }));
  expect(await api().medals.table({})).toMatchObject({ events: 2, finished: 2, differences: ['BBB', 'CCC', 'DDD'] });
});

test('a list of a day tells medals only of events that have no list of their own', async () => {
  const other = 'ALPWDH----------------------------';
  const inDay = (code: string, racer: typeof berg) =>
    odfElement('Event', { Code: code, EventName: "Women's Downhill", Date: '2030-02-23' }, [
      medal('ME_GOLD', competitor(racer)),
    ]);
  await send(
    document('DT_MEDALLISTS_DAY', { documentCode: 'GEN-------------------------------', version: 24 }, [
      odfElement('Discipline', { Code: 'ALP-------------------------------' }, [
        inDay(other, evans),
        inDay(event, evans),
      ]),
    ]),
  );
  expect((await api().events.read({ rsc: other })).medals).toMatchObject([{ medal: 'gold', code: evans.code }]);
  expect((await api().events.read({ rsc: event })).medals).toMatchObject([{ code: costa.code }, {}, {}]);
});

test('course and rules: what is said of the unit holds over what is said of its event', async () => {
  const setting = (code: string, value?: string, items: readonly OdfElement[] = []) =>
    odfElement('ExtendedConfig', { Type: 'EC', Code: code, Value: value }, items);
  const item = (code: string, value: string, position?: number) =>
    odfElement('ExtendedConfigItem', { Code: code, Pos: position, Value: value });
  const config = (unit: string | undefined, settings: readonly OdfElement[]) =>
    odfElement('Config', { Unit: unit }, settings);
  const sent = (version: number, documentCode: string, configs: readonly OdfElement[] | undefined) =>
    document('DT_CONFIG', { version, documentCode }, configs && [odfElement('Configs', {}, configs)]);
  const told = async (rsc: string) =>
    (await api().units.read({ rsc })).settings.map(({ group, code, position, value }) =>
      [group, code, position, value].filter((part) => part !== null).join(' '),
    );
  const closer = [
    setting('COURSE', undefined, [item('LENGTH', '560')]),
    setting('INTERMEDIATE', '2', [item('DISTANCE', '190', 1), item('DISTANCE', '380', 2)]),
  ];
  await send(sent(2, firstRun, [config(undefined, closer)]));
  await send(around.settings(25, '590'));
  await send(sent(1, secondRun, [config(undefined, [setting('RULE', 'The best 30 start in reverse order.')])]));
  const ofFirst = ['COURSE LENGTH 560', 'INTERMEDIATE 2', 'INTERMEDIATE DISTANCE 1 190', 'INTERMEDIATE DISTANCE 2 380'];
  expect(await told(firstRun)).toEqual([...ofFirst, 'COURSE DROP 180', 'RULE Both runs count.']);
  expect(await told(secondRun)).toEqual([
    'RULE The best 30 start in reverse order.',
    'COURSE LENGTH 590',
    'COURSE DROP 180',
  ]);
  // Without a competition it withdraws what it said.
  await send(sent(3, firstRun, undefined));
  expect(await told(firstRun)).toEqual(['COURSE LENGTH 590', 'COURSE DROP 180', 'RULE Both runs count.']);
  expect((await run()).settings[0]?.source).toMatchObject({ documentType: 'DT_CONFIG', version: 25 });
});

test('pictures: what a message brings along is served as long as it holds, and nothing but pictures', async () => {
  const image = (position: number, data: string) =>
    odfElement('Image', { Pos: position, Version: 1, Revision: 1, ImageType: 'PHOTO_FINISH' }, [
      odfElement('ImageTitle', {}, [`Picture ${position}`]),
      odfElement('ImageData', {}, [data]),
    ]);
  const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>').toString('base64');
  const sent = (version: number, images: readonly OdfElement[]) =>
    document('DT_IMAGE', { version, documentCode: firstRun }, images);
  const elsewhere = 'https://pictures.example/finish.jpg';
  await send(sent(1, [image(1, script), image(2, `\n${dot.slice(0, 40)}\n${dot.slice(40)}\n`), image(3, elsewhere)]));
  const { pictures } = await run();
  expect(pictures).toMatchObject([
    { kind: 'PHOTO_FINISH', title: 'Picture 2', description: null, isShown: true },
    { title: 'Picture 3', address: elsewhere, isShown: false },
  ]);
  const address = pictures[0]?.address ?? '';
  const visitor = await altis.signIn('visitor');
  const shown = await visitor.fetch(address);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(dot);
  const again = await visitor.fetch(address, { headers: { 'if-none-match': `W/${shown.headers.get('etag')}` } });
  expect(again.status).toBe(304);
  expect((await visitor.fetch(address.replace(/\d+$/, '0'))).status).toBe(404);
  await send(sent(2, []));
  expect((await run()).pictures).toEqual([]);
  expect((await visitor.fetch(address)).status).toBe(404);
});
