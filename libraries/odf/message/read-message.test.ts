import { expect, test } from 'vitest';
import type { Fault } from '../fault.ts';
import {
  hockeyPlayByPlay,
  hockeyUnit,
  messageOf,
  biathlonSchedule,
  participantList,
  trainingUpdate,
} from '../testing/sample-messages.ts';
import { readMessage, readMessageChunks } from './read-message.ts';

function faultOf(input: string): Fault | undefined {
  const reading = readMessage(input);
  return reading.ok ? undefined : reading.fault;
}

function warningsOf(input: string): string[] {
  const reading = readMessage(input);
  if (!reading.ok) throw new Error(reading.fault.message);
  return reading.warnings.map(({ path, message }) => `${path}: ${message}`);
}

test('a schedule as they were in 2022', () => {
  const { header, rsc, content } = messageOf(biathlonSchedule);
  expect(header).toMatchObject({
    competitionCode: 'XWG2030',
    version: 1,
    feedFlag: 'P',
    time: '114956264',
    language: undefined,
    source: 'ODS',
  });
  expect(rsc).toMatchObject({ discipline: 'BTH', event: '' });
  expect(content).toMatchObject({
    kind: 'schedule',
    sessions: [
      { code: 'BTH01', startDate: '2022-03-05T10:00:00+08:00', venue: 'NBC', medal: 'Y', names: { ENG: 'Session 1' } },
    ],
    units: [
      {
        code: 'BTH-------------------CNCL000100--',
        rsc: { phase: 'CNCL' },
        status: 'UNSCHEDULED',
        startDate: undefined,
      },
    ],
  });
  expect(warningsOf(biathlonSchedule)).toStrictEqual([]);
});

test('a schedule update as they were in 2022, with attributes that no schema knows', () => {
  const message = messageOf(trainingUpdate);
  expect(message.content).toMatchObject({
    units: [
      {
        rsc: { discipline: 'TRU', event: 'IHO', unit: '3D' },
        isStartHidden: false,
        names: { ENG: "Men's Practice Men's Pre-Game BBB", CHI: '男子训练' },
        descriptions: { ENG: '<p>M SF1 (Away) MNA BBB</p>' },
        venueName: 'North Arena',
        element: { attributes: { MediaAccess: 'OPE', ModificationIndicator: 'U' } },
      },
    ],
  });
});

test('play-by-play', () => {
  const { content, header } = messageOf(
    hockeyPlayByPlay({ version: 57, period: 'P2', actions: [{ id: 'P2-031', order: 88 }] }),
  );
  expect(header).toMatchObject({
    documentSubcode: 'P2',
    documentSubtype: 'ACTION',
    resultStatus: 'LIVE',
    feedFlag: 'T',
  });
  expect(content).toMatchObject({
    kind: 'play-by-play',
    home: 'IHOMTEAM6---AAA01',
    actions: [
      {
        id: 'P2-031',
        order: 88,
        action: 'GOAL',
        when: '14:02',
        clockMs: 842_000,
        result: 'PP1',
        scoreHome: '2',
        timeStamp: '2030-02-22T15:13:58.420+01:00',
        competitors: [
          {
            code: 'IHOMTEAM6---AAA01',
            type: 'T',
            athletes: [{ code: '1000123', bib: '17', role: 'SCR', familyName: 'Valla' }],
          },
        ],
      },
    ],
  });
});

test('participants, teams and results', () => {
  const { content } = messageOf(participantList({ version: 1, people: [{ code: '1000123', family: 'Valla' }] }));
  expect(content).toMatchObject({
    participants: [
      {
        code: '1000123',
        printName: 'VALLA Tero',
        heightCm: 185,
        disciplines: [
          {
            events: [
              { event: 'IHOMTEAM6-------------------------', bib: '17', entries: [{ code: 'POSITION', value: 'F' }] },
            ],
          },
        ],
      },
    ],
  });
  const shell = (type: string, code: string, inner: string): string =>
    `<OdfBody CompetitionCode="X" DocumentCode="${code}" DocumentType="${type}" Version="2" ResultStatus="LIVE" FeedFlag="P" Date="2030-02-01" Time="080000000" LogicalDate="2030-02-01" Source="S"><Competition Gen="G" Sport="S" Codes="C">${inner}</Competition></OdfBody>`;
  const teams = shell(
    'DT_PARTIC_TEAMS',
    'IHO-------------------------------',
    '<Team Code="IHOMTEAM6---CZE01" Status="ACTIVE" Organisation="CZE" ShortName="Czechia" TVTeamName="Czechia" Gender="M" TeamType="TEAM"><Composition><Athlete Code="1" Order="1"/><Athlete Code="2" Order="2"/></Composition><Discipline Code="IHO-------------------------------"/></Team>',
  );
  expect(messageOf(teams).content).toMatchObject({
    teams: [{ code: 'IHOMTEAM6---CZE01', members: [{ code: '1' }, { code: '2', order: 2 }] }],
  });
  const result = shell(
    'DT_RESULT',
    'ALPMDH----------------FNL-000100--',
    `<ExtendedInfos><UnitDateTime StartDate="2030-02-01T11:00:00+01:00"/><ExtendedInfo Type="DISPLAY" Code="CURRENT" Value="7"/><SportDescription DisciplineName="Alpine Skiing" EventName="Men's Downhill"/></ExtendedInfos>
    <Result Rank="1" RankEqual="Y" Result="1:41.23" ResultType="TIME" SortOrder="1" Unchecked="Y"><ExtendedResults><ExtendedResult Type="ER" Code="INTERMEDIATE" Pos="1" Value="25.10" Rank="2" Diff="+0.10"/></ExtendedResults><RecordIndicators><RecordIndicator Order="1" Code="ALPMDH" RecordType="WR"/></RecordIndicators><Competitor Code="7" Type="A" Bib="3" Organisation="AAA" Current="Y"><Composition><Athlete Code="7" Order="1"><Description FamilyName="Berg" Gender="M" Organisation="AAA"/></Athlete></Composition></Competitor></Result>
    <Result IRM="DNF" SortOrder="2"/>`,
  );
  expect(messageOf(result).content).toMatchObject({
    kind: 'results',
    infos: {
      startDate: '2030-02-01T11:00:00+01:00',
      infos: [{ type: 'DISPLAY', code: 'CURRENT', value: '7' }],
      eventName: "Men's Downhill",
    },
    results: [
      {
        rank: 1,
        rankEqual: true,
        isUnchecked: true,
        extendedResults: [{ code: 'INTERMEDIATE', position: '1', rank: 2, diff: '+0.10' }],
        records: [{ type: 'WR', isEqualled: false }],
        competitor: { bib: '3', isCurrent: true, athletes: [{ familyName: 'Berg' }] },
      },
      { irm: 'DNF', rank: undefined, competitor: undefined },
    ],
  });
});

test('documents of other types are kept as a tree, and one without Competition is an invalidation', () => {
  const other = trainingUpdate.replace('DT_SCHEDULE_UPDATE', 'DT_NEWS');
  expect(messageOf(other)).toMatchObject({ content: { kind: 'other' }, root: { children: [{ name: 'Competition' }] } });
  const empty = trainingUpdate.replace(/<Competition .*<\/Competition>/, '');
  expect(messageOf(empty).content).toStrictEqual({ kind: 'invalidation' });
});

test('what is odd is taken with a warning that names the place', () => {
  const xml = hockeyPlayByPlay({ version: 1, actions: [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: '' }] })
    .replace('Time="151407312"', 'Time="15:14:07.312"')
    .replace(' LogicalDate="2030-02-22"', '')
    .replace('Id="b" Period="P1" Order="1"', 'Id="b" Period="P1" Order="first"')
    .replace('When="14:02"', 'When="soon"')
    .replace(hockeyUnit, 'IHO');
  expect(warningsOf(xml)).toStrictEqual([
    'OdfBody@Time: "15:14:07.312" is read as 151407312; ODF wants nine digits hhmmssfff.',
    'OdfBody@LogicalDate: "" is not a day; the Date 2030-02-22 is taken.',
    expect.stringContaining('OdfBody@DocumentCode: The RSC "IHO" has 3 characters, not 34.'),
    'OdfBody/Competition/Actions/Action[3]@Id: "a" occurs twice; the last one is taken.',
    'OdfBody/Competition/Actions/Action[4]@Id: is missing.',
    'OdfBody/Competition/Actions/Action[2]@Order: "first" is not a number; it is left out.',
  ]);
});

test('what cannot be filed is refused', () => {
  expect(faultOf('<html><body/></html>')).toMatchObject({
    kind: 'not-odf',
    message: 'The document is <html>, not an ODF message.',
  });
  const cases: [from: string | RegExp, to: string, message: string][] = [
    [/ CompetitionCode="\w+"/, '', 'OdfBody has no CompetitionCode.'],
    ['FeedFlag="P"', 'FeedFlag="X"', 'FeedFlag "X" is neither P nor T.'],
    [' FeedFlag="P"', '', 'OdfBody has no FeedFlag.'],
    ['Version="1"', 'Version="one"', 'Version "one" is not a number.'],
    ['Date="2022-02-27"', 'Date="2022-02-30"', 'Date "2022-02-30" is not a day of the calendar.'],
    ['Time="114956264"', 'Time="noon"', 'The time "noon" is not hhmmssfff.'],
  ];
  for (const [from, to, message] of cases)
    expect(faultOf(biathlonSchedule.replace(from, to))).toMatchObject({ kind: 'header', message });
});

test('thousands of warnings are cut short', () => {
  const people = Array.from({ length: 3000 }, (_, index) => ({ code: String(index), family: '' }));
  const warnings = warningsOf(participantList({ version: 1, people }));
  expect(warnings).toHaveLength(201);
  expect(warnings.at(-1)).toContain('More than 200 warnings');
});

test('many small elements do not fill the memory', () => {
  const xml = biathlonSchedule.replace('</Competition>', `${'<a/>'.repeat(2000)}</Competition>`);
  expect(readMessage(xml, { maxNodes: 1000 })).toMatchObject({ ok: false, fault: { kind: 'limit', line: 10 } });
  expect(readMessage(xml)).toMatchObject({ ok: true });
});

test('chunks are read as the whole is', async () => {
  const bytes = new TextEncoder().encode(trainingUpdate);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  expect(await readMessageChunks(chunks())).toStrictEqual(readMessage(trainingUpdate));
});
