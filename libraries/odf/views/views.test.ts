import { expect, test } from 'vitest';
import { sameElement } from '../odf-element.ts';
import type { OdfContent } from '../message/odf-content.ts';
import { readMessage } from '../message/read-message.ts';
import { writeMessage } from '../message/write-message.ts';
import { documentTypes } from '../schema/document-types.ts';
import { messageOf } from '../testing/sample-messages.ts';

const event = 'ALPMDH----------------------------';
const unit = 'ALPMDH----------------FNL-000100--';

function documentOf(
  type: string,
  inner: string,
  competition = `<Competition Gen="G" Codes="C">${inner}</Competition>`,
) {
  return `<OdfBody CompetitionCode="XWG2030" DocumentCode="${event}" DocumentType="${type}" Version="2" FeedFlag="P" Date="2030-02-22" Time="151407312" LogicalDate="2030-02-22" Source="ARN">${competition}</OdfBody>`;
}

function contentOf(type: string, inner: string): OdfContent {
  const reading = readMessage(documentOf(type, inner));
  if (!reading.ok) throw new Error(reading.fault.message);
  expect(reading.warnings).toStrictEqual([]);
  return reading.message.content;
}

test('medallists of an event and of a day, and the medal table', () => {
  const gold = `<Medal Code="ME_GOLD" Date="2030-02-22" Unit="${unit}"><Competitor Code="1" Type="A" Organisation="AAA" Order="1"><Composition><Athlete Code="1" Order="1"/></Composition></Competitor><Competitor Code="2" Type="A" Organisation="BBB" Order="2"><Composition/></Competitor></Medal>`;
  const medal = {
    code: 'ME_GOLD',
    date: '2030-02-22',
    unit,
    competitors: [
      { code: '1', organisation: 'AAA' },
      { code: '2', order: 2 },
    ],
  };
  const about =
    '<ExtendedInfos><Progress UnitsTotal="3" UnitsComplete="2"/><SportDescription DisciplineName="Alpine Skiing" EventName="Men\'s Downhill"/></ExtendedInfos>';
  expect(contentOf('DT_MEDALLISTS', about + gold)).toMatchObject({
    kind: 'medallists',
    infos: { eventName: "Men's Downhill", unitsTotal: 3, unitsComplete: 2 },
    medals: [medal],
  });
  const day = `<Discipline Code="${event}" TotalEvents="3" FinishedEvents="1"><Event Code="${event}" EventName="Downhill">${gold}</Event></Discipline>`;
  expect(contentOf('DT_MEDALLISTS_DAY', day)).toMatchObject({
    medals: [],
    disciplines: [{ totalEvents: 3, finishedEvents: 1, events: [{ code: event, name: 'Downhill', medals: [medal] }] }],
  });
  const table = `<MedalStandings DateTime="2030-02-22T18:00:00+01:00" LastEvent="${event}" TotalEvents="9" FinishedEvents="2"><MedalsTable><MedalLine Rank="1" RankTotal="2" SortRank="1" SortRankTotal="2" Organisation="AAA"><Description OrganisationName="Northland"/><MedalNumber Type="TOT" Gold="1" Total="1"/></MedalLine></MedalsTable></MedalStandings>`;
  expect(contentOf('DT_MEDALS', table)).toMatchObject({
    kind: 'medals',
    lastEvent: event,
    finishedEvents: 2,
    lines: [
      {
        rank: 1,
        rankByTotal: 2,
        organisation: 'AAA',
        organisationName: 'Northland',
        counts: [{ type: 'TOT', gold: 1, silver: undefined }],
      },
    ],
  });
});

test('standings, brackets and records', () => {
  const pool = `<Result Rank="1" Played="3" Won="2" Lost="1" Tied="0" For="9" Against="4" Ratio="2.25" SortOrder="1"><ResultItems><ResultItem Unit="${unit}" Order="1"><Result Rank="2" Result="3"/></ResultItem></ResultItems><Competitor Code="T1" Type="T"/></Result>`;
  for (const type of ['DT_PHASE_RESULT', 'DT_CUMULATIVE_RESULT', 'DT_POOL_STANDING', 'DT_RANKING'])
    expect(contentOf(type, pool)).toMatchObject({
      kind: 'standings',
      results: [
        { rank: 1, played: '3', won: '2', lost: '1', for: '9', ratio: '2.25', items: [{ unit, rank: 2, result: '3' }] },
      ],
    });
  expect(contentOf('DT_CURRENT', '<Clock Running="Y" Time="3:10" Period="P1"/>')).toMatchObject({
    kind: 'current',
    clock: { isRunning: true, time: '3:10', period: 'P1' },
  });
  const bracket = `<Bracket Code="FNL"><BracketItems Code="SFNL"><BracketItem Order="1" Position="2" Unit="${unit}"><CompetitorPlace Pos="1" WLT="W" Result="4" StrikeOut="Y"><PreviousUnit Unit="${unit}" WLT="W"/></CompetitorPlace><CompetitorPlace Pos="2" Code="TBD"/></BracketItem></BracketItems></Bracket>`;
  expect(contentOf('DT_BRACKETS', bracket)).toMatchObject({
    brackets: [
      {
        code: 'FNL',
        rounds: [
          {
            code: 'SFNL',
            items: [
              {
                position: '2',
                unit,
                places: [
                  { position: '1', wlt: 'W', isStruckOut: true, previousUnit: { unit, wlt: 'W' } },
                  { code: 'TBD', competitor: undefined },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  const record = `<Record Code="ALPMDH"><Description Name="Speed"/><RecordType Order="1" RecordType="WR" Shared="N"><RecordData Order="1" Historical="Y" Result="161.9" Country="AAA" Date="2013-01-19"><Competitor Code="1" Type="A"/></RecordData><RecordData Order="2" Historical="N" Current="Y" Equalled="Y" Result="161.9"/></RecordType></Record>`;
  expect(contentOf('DT_RECORD', record)).toMatchObject({
    records: [
      {
        code: 'ALPMDH',
        name: 'Speed',
        types: [
          {
            type: 'WR',
            isShared: false,
            marks: [
              { isHistorical: true, date: '2013-01-19', competitor: { code: '1' } },
              { isCurrent: true, isEqualled: true },
            ],
          },
        ],
      },
    ],
  });
});

test('communications, weather and conditions at a venue', () => {
  const protest = `<Communication PublishTime="14:02"><Protest Status="UPHELD" Rule="614" Interpreter="N" Unit="${unit}"><Summary>Gate missed</Summary><Jury Code="9"/></Protest></Communication>`;
  expect(contentOf('DT_COMMUNICATION', protest)).toMatchObject({
    publishTime: '14:02',
    decisions: [],
    protests: [{ status: 'UPHELD', rule: '614', unit, summary: 'Gate missed', jury: [{ code: '9' }] }],
  });
  const weather = `<Weather Date="2030-02-22T14:00:00+01:00"><Conditions Code="START" Humidity="40" Wind_Direction="NW"><Condition Code="SNOW" Value="HARD"/><Temperature Code="AIR" Unit="C" Value="-7.5"/><Wind Code="SPEED" Unit="M_S" Value="3.1"/></Conditions></Weather>`;
  expect(contentOf('DT_WEATHER', weather)).toMatchObject({
    conditions: [
      {
        code: 'START',
        humidity: '40',
        windDirection: 'NW',
        conditions: [{ code: 'SNOW', value: 'HARD' }],
        temperatures: [{ unit: 'C', value: '-7.5' }],
        winds: [{ value: '3.1' }],
      },
    ],
  });
  const venue =
    '<Venue Code="ARN"><DateTime Code="NOW" Date="2030-02-22" Time="14:00"><Conditions Code="ALL" Humidity="40" Wind_Degree="12" Sunset="17:40"/></DateTime></Venue>';
  expect(contentOf('DT_VEN_COND', venue)).toMatchObject({
    venue: 'ARN',
    times: [{ time: '14:00', conditions: [{ sunset: '17:40' }] }],
  });
});

test('names, entries, codes, statistics, configuration, images and officials', () => {
  expect(contentOf('DT_PARTIC_NAME', '<Participant Code="1" FamilyName="瓦拉"/>')).toMatchObject({
    participants: [{ code: '1', familyName: '瓦拉' }],
  });
  expect(
    contentOf(
      'DT_ENTRIES',
      '<Entry Code="T1" Type="T" Organisation="AAA" SortOrder="1" EntryStatus="IN"><Description TeamName="Northland"/><ExtendedEntry Type="ENTRY" Code="SEED" Value="2"/><Composition><Athlete Code="1" Bib="4"/></Composition></Entry>',
    ),
  ).toMatchObject({
    entries: [
      {
        code: 'T1',
        status: 'IN',
        teamName: 'Northland',
        entries: [{ code: 'SEED', value: '2' }],
        athletes: [{ bib: '4' }],
      },
    ],
  });
  expect(
    contentOf(
      'DT_CODES',
      '<CodeSet Code="ALP" Type="CC_DISCIPLINE" Sport="SKI"><Language Language="ENG" Description="Alpine Skiing" DOrder="3"/><Language Language="FRA" LongDescription="Ski alpin"/></CodeSet>',
    ),
  ).toMatchObject({
    codes: [
      {
        code: 'ALP',
        type: 'CC_DISCIPLINE',
        sport: 'SKI',
        descriptions: [{ language: 'ENG', order: 3 }, { longDescription: 'Ski alpin' }],
      },
    ],
  });
  const figures = '<StatsItems><StatsItem Type="ST" Code="SHOTS" Value="12" Percent="40"/></StatsItems>';
  expect(
    contentOf('DT_STATS', `<Stats Code="TOT"><Competitor Code="T1" Type="T">${figures}</Competitor></Stats>`),
  ).toMatchObject({
    kind: 'statistics',
    code: 'TOT',
    competitors: [{ statistics: [{ code: 'SHOTS', value: '12', percent: '40' }] }],
  });
  const config = `<Config Unit="${unit}"><ExtendedConfig Type="EC" Code="INTERMEDIATE" Value="3"><ExtendedConfigItem Code="DISTANCE" Pos="1" Value="800"/></ExtendedConfig></Config>`;
  for (const inner of [config, `<Configs>${config}</Configs>`])
    expect(contentOf('DT_CONFIG', inner)).toMatchObject({
      configs: [{ unit, settings: [{ value: '3', items: [{ position: '1', value: '800' }] }] }],
    });
  expect(
    contentOf(
      'DT_IMAGE',
      '<Image Pos="1" Version="1" Revision="0" ImageType="FINISH"><ImageData>QUJD</ImageData></Image>',
    ),
  ).toMatchObject({ images: [{ type: 'FINISH', data: 'QUJD' }] });
  expect(
    contentOf(
      'DT_RESULT',
      '<Officials><Official Code="9" Function="JUDGE" Order="1"><Description FamilyName="Berg" Gender="F" Organisation="AAA"/></Official></Officials>',
    ),
  ).toMatchObject({
    officials: [{ code: '9', function: 'JUDGE', familyName: 'Berg', organisation: 'AAA' }],
  });
});

test('signals and alerts say what they say without content', () => {
  for (const type of ['DT_KA', 'DT_PING', 'DT_LOCAL_ON', 'DT_LOCAL_OFF'])
    expect(messageOf(documentOf(type, '', '')).content).toStrictEqual({ kind: 'signal' });
  expect(messageOf(documentOf('DT_ALERT', '', '<Note>Line down</Note>')).content).toStrictEqual({
    kind: 'alert',
    notes: ['Line down'],
  });
});

test('a document of any type is kept whole, also what nobody knows of it', () => {
  const inner =
    '<Session SessionCode="S" Medal="Y" MediaAccess="OPE"/><Anything New="1"><Deep ModificationIndicator="U">text</Deep></Anything>';
  for (const type of [...documentTypes.keys(), 'DT_OF_TOMORROW']) {
    const { root } = messageOf(documentOf(type, inner));
    expect(sameElement(messageOf(writeMessage({ root })).root, root)).toBe(true);
    expect(writeMessage({ root })).toContain(inner);
  }
});
