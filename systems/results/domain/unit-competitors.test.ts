import { readMessage } from '@altis/odf';
import { expect, test } from 'vitest';
import { nothingYet, type CompetitorFacts } from './competitor-facts.ts';
import { unitCompetitors } from './unit-competitors.ts';
import { unitLeaders } from './unit-leaders.ts';
import { unitState } from './unit-state.ts';
import { unitResults, type UnitResults } from './unit-results.ts';

const name = (family: string) => ({ print: family, tv: family, family, given: null, local: null });
const members = [{ code: '7', bib: '17', role: null }];
const register = {
  participants: new Map([['7', { name: name('Valla'), organisation: 'AAA' }]]),
  teams: new Map([['H', { name: 'Northland', organisation: 'AAA', members }]]),
};
const team = (code: string, changes: Partial<CompetitorFacts> = {}): CompetitorFacts => ({
  code,
  kind: 'team',
  name: `${code} in the message`,
  organisation: '',
  ...nothingYet,
  side: null,
  athletes: [],
  ...changes,
});
const about = { name: null, eventName: null, day: '2030-02-22', startsAt: null, endsAt: null, offset: null };
const place = { venue: null, venueName: null, location: null, locationName: null };
const said = (
  sentAt: string,
  competitors: CompetitorFacts[],
  status = 'LIVE',
): { sentAt: string; content: UnitResults } => ({
  sentAt,
  content: {
    status,
    competitors,
    clock: null,
    periods: [],
    officials: [],
    progress: null,
    about: { ...about, ...place },
  },
});
const sides = { sentAt: '', content: { home: 'H', away: 'V' } };
const nothing = { results: undefined, current: undefined, starts: [] };

test('before any result, the sides of the play-by-play compete, with the line-up of the team list', () => {
  const { competitors } = unitState({ ...nothing, playByPlay: sides });
  expect(unitCompetitors(competitors, register)).toMatchObject([
    { code: 'H', name: 'Northland', organisation: 'AAA', side: 'home', athletes: [{ code: '7', bib: '17' }] },
    { code: 'V', name: 'V', side: 'away', athletes: [] },
  ]);
});

test('results go before the start list, home before away, and the register names whom it knows', () => {
  const athletes = [{ code: '7', name: name('Wala'), bib: '17', role: 'SCR', order: '1', details: [] }];
  const results = said('12:00', [team('V', { side: 'away', result: '1' }), team('H', { result: '2', athletes })]);
  const { competitors } = unitState({
    ...nothing,
    results,
    playByPlay: { sentAt: '', content: { home: 'H', away: null } },
    starts: [team('X')],
  });
  expect(unitCompetitors(competitors, register)).toMatchObject([
    { code: 'H', side: 'home', result: '2', name: 'Northland', athletes: [{ name: { family: 'Valla' } }] },
    { code: 'V', side: 'away', result: '1', name: 'V in the message' },
  ]);
});

test('a scoreboard counts until a result is sent after it', () => {
  const results = said('12:00', [team('H', { result: '1', bib: '3' })]);
  const scores = (sentAt: string) =>
    unitState({ ...nothing, results, current: said(sentAt, [team('H', { result: '2' })]), playByPlay: undefined });
  expect(scores('12:01').competitors).toMatchObject([{ result: '2', bib: '3' }]);
  expect(scores('11:59').competitors).toMatchObject([{ result: '1', bib: '3' }]);
});

test('a scoreboard that was left on changes no result that is over, and no mark', () => {
  const marked = team('V', { invalidMark: 'DSQ' });
  const board = said('12:01', [team('H', { rank: '2', result: '2' }), team('V', { rank: '1', result: '9' })]);
  const shown = (status: string) =>
    unitState({
      ...nothing,
      results: said('12:00', [team('H', { rank: '1', result: '1' }), marked], status),
      current: { ...board, content: { ...board.content, clock: { period: 'P1', time: '0:31', running: true } } },
      playByPlay: undefined,
    });
  for (const status of ['UNCONFIRMED', 'UNOFFICIAL', 'PROVISIONAL', 'PROTESTED', 'OFFICIAL']) {
    expect(shown(status), status).toMatchObject({ clock: null, competitors: [{ rank: '1', result: '1' }, marked] });
  }
  expect(shown('LIVE')).toMatchObject({ clock: { time: '0:31' }, competitors: [{ rank: '2', result: '2' }, marked] });
});

test('everybody who shares the third place leads, as far as there is room', () => {
  const leadersOf = (...ranks: (string | null)[]) =>
    unitLeaders(ranks.map((rank, at) => team(`T${at}`, { rank }))).map(({ rank }) => rank);
  expect(leadersOf('3', '1', '4', '3', '2', null, '3')).toEqual(['1', '2', '3', '3', '3']);
  expect(leadersOf('1', '2', '2', '4')).toEqual(['1', '2', '2']);
  expect(leadersOf(...Array<string>(9).fill('1'))).toHaveLength(6);
});

test('the loser of a duel leads with the winner, also with no mark but why; one without a rank does not', () => {
  const racer = (code: string, changes: Partial<CompetitorFacts>) => team(code, { kind: 'athlete', ...changes });
  const duel = [racer('1', { rank: '1', result: '0.00' }), racer('2', { rank: '2', invalidMark: 'DNF' })];
  expect(unitLeaders([...duel, racer('3', { invalidMark: 'DSQ' })])).toMatchObject([
    { code: '1', rank: '1', result: '0.00' },
    { code: '2', rank: '2', result: 'DNF' },
  ]);
});

const read = (content: string) => {
  const sent = readMessage(`<OdfBody CompetitionCode="XWG2030" DocumentCode="TENWSINGLES-----------FNL-000100--"
    DocumentType="DT_RESULT" Version="1" ResultStatus="LIVE" FeedFlag="P" Date="2030-02-22" Time="151407312"
    LogicalDate="2030-02-22" Source="TEN"><Competition Gen="1" Codes="1">${content}</Competition></OdfBody>`);
  return sent.ok ? unitResults(sent.message, 'UTC').competitors : [];
};

test('sides that stand with the periods alone', () => {
  const competitors = read(`<Periods Home="11" Away="12"/>
    <Result SortOrder="1" Result="1"><Competitor Code="12" Type="A"/></Result>
    <Result SortOrder="2" Result="0"><Competitor Code="11" Type="A"/></Result>`);
  expect(competitors.map(({ code, side }) => [code, side])).toEqual([
    ['12', 'away'],
    ['11', 'home'],
  ]);
});

test('the lane of a competitor and the legs of a team are kept, behind what the sport counts', () => {
  const [swimmer, relay] = read(`<Result SortOrder="1">
      <ExtendedResults><ExtendedResult Type="ER" Code="REACTION_TIME" Value="0.68"/></ExtendedResults>
      <Competitor Code="11" Type="A"><Composition><Athlete Code="11" Order="1">
        <EventUnitEntry Type="EUE" Code="LANE" Value="4"/></Athlete></Composition></Competitor></Result>
    <Result SortOrder="2"><Competitor Code="T" Type="T"><EventUnitEntry Type="EUE" Code="HOME_AWAY" Value="HOME"/>
      <Composition><Athlete Code="21" Order="1"><ExtendedResults>
        <ExtendedResult Type="ER" Code="LEG_TIME" Value="15:00.1" Rank="1"/></ExtendedResults></Athlete></Composition>
      </Competitor></Result>`);
  expect(swimmer?.details).toMatchObject([
    { code: 'REACTION_TIME', value: '0.68' },
    { type: 'EUE', code: 'LANE', value: '4' },
  ]);
  expect(relay?.details).toEqual([]);
  expect(relay?.athletes[0]?.details).toMatchObject([{ code: 'LEG_TIME', value: '15:00.1', rank: '1' }]);
});
