import { expect, test } from 'vitest';
import type { OdfHeader } from '../message/odf-header.ts';
import { odfElement } from '../odf-element.ts';
import type { OdfElement } from '../odf-element.ts';
import { clock, sentMessage as message } from '../testing/sent-messages.ts';
import type { Sent } from '../testing/sent-messages.ts';
import { unitFacts } from './unit-facts.ts';

const race = 'ALPMDH----------------FNL-000100--';
const event = 'ALPMDH----------------------------';
const told = unitFacts;

test('of several languages the list of medals that was sent last holds, and so of records', () => {
  const won = (version: number, at: number, language: string, codes: readonly string[]): Sent =>
    message('DT_MEDALLISTS', event, version, clock(at), { language }, codes.map(medalOf));
  const medals = (...sent: Sent[]): string[] =>
    told(sent).map(({ competitor, position, value }) => `${competitor} ${position} ${value}`);
  const [first, second] = [won(1, 1, 'ENG', ['A', 'B']), won(1, 2, 'FRA', ['A', 'B'])];
  const after = won(2, 3, 'ENG', ['B']);
  expect(medals(first, second)).toStrictEqual(['A 1 ME_GOLD', 'B 2 ME_SILVER']);
  expect(medals(first, second, after)).toStrictEqual(['B 1 ME_GOLD']);
  expect(medals(after, second, first)).toStrictEqual(['B 1 ME_GOLD']);
  // Of a place that nobody has yet, nothing is told.
  expect(medals(won(3, 4, 'ENG', ['', 'B']))).toStrictEqual(['B 2 ME_SILVER']);

  const record = (version: number, at: number, language: string, codes: readonly string[]): Sent =>
    records(event, version, at, { language }, codes);
  const set = [record(1, 1, 'ENG', ['A']), record(1, 2, 'FRA', ['A']), record(2, 3, 'ENG', ['B'])];
  expect(told(set).map(({ competitor }) => competitor)).toStrictEqual(['B']);
});

test('a result and a list of records each have their own fact of a record', () => {
  const result = message('DT_RESULT', race, 2, clock(2), { resultStatus: 'OFFICIAL' }, [
    odfElement('Result', { Rank: 1, Result: '31.0', SortOrder: 1 }, [
      odfElement('RecordIndicators', {}, [odfElement('RecordIndicator', { Order: 1, Code: 'DH', RecordType: 'TR' })]),
      odfElement('Competitor', { Code: 'A', Type: 'A', Organisation: 'AAA' }),
    ]),
  ]);
  const [said, unsaid] = [records(race, 1, 1, {}, ['A']), records(race, 2, 3, {}, [])];
  const set = (...sent: Sent[]) => told(sent).filter(({ kind }) => kind === 'record');
  const both = set(said, result);
  expect(new Set(both.map(({ message: source }) => source))).toStrictEqual(new Set([result.id, said.id]));
  expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  expect(set(said, result, unsaid).map(({ message: source }) => source)).toStrictEqual([result.id]);
});

test('of records only those are told that are new and confirmed, at their own time where they have one', () => {
  const timeStamp = '2030-02-22T10:03:31+01:00';
  const mark = (holder: string, attributes: Readonly<Record<string, string>>): OdfElement =>
    odfElement('RecordData', { Order: 1, Historical: 'N', Result: '31.0', ...attributes }, [competitorOf(holder)]);
  const marks = [
    mark('OLD', { Historical: 'Y' }),
    mark('UNSURE', { Unconfirmed: 'Y' }),
    mark('NEW', { TimeStamp: timeStamp }),
    mark('ALSO', {}),
  ];
  const list = message('DT_RECORD', event, 1, clock(5), {}, [
    odfElement('Record', { Code: 'DH' }, [
      odfElement('RecordType', { Order: 1, RecordType: 'TR', Shared: 'N' }, marks),
    ]),
  ]);
  expect(told([list]).map(({ competitor, value, at }) => [competitor, value, at])).toStrictEqual([
    ['NEW', 'TR', timeStamp],
    ['ALSO', 'TR', '2030-02-22T10:05:00.000'],
  ]);
});

test('decisions and decided protests are told at the time of the decision, each as one of its own', () => {
  const at = (minute: number): string => `2030-02-22T10:0${minute}:00+01:00`;
  const sent = message('DT_COMMUNICATION', race, 1, clock(9), { documentSubcode: '1' }, [
    odfElement('Communication', { PublishTime: at(8) }, [
      odfElement('Decision', { ItemNum: 1, IssuedTime: at(5) }),
      odfElement('Decision', { ItemNum: 2 }),
      odfElement('Protest', { Status: 'UPHELD', Rule: '1', Interpreter: 'N', DecisionTime: at(7) }),
      odfElement('Protest', { Status: 'FILED', Rule: '2', Interpreter: 'N' }),
    ]),
  ]);
  const facts = told([sent]);
  expect(facts.map(({ kind, value, at: when }) => `${kind} ${value ?? '–'} ${when}`).toSorted()).toStrictEqual([
    `decided UPHELD ${at(7)}`,
    `decided – ${at(5)}`,
    `decided – ${at(8)}`,
    `protested FILED ${at(8)}`,
    `protested UPHELD ${at(8)}`,
  ]);
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
});

test('a protest counts to the unit that it names, and to that no more once it is moved or withdrawn', () => {
  const second = race.replace('0001', '0002');
  const about = (version: number, ...units: readonly (string | undefined)[]): Sent =>
    message('DT_COMMUNICATION', event, version, clock(version), { documentSubcode: '1' }, [
      odfElement(
        'Communication',
        { PublishTime: '2030-02-22T10:07:30+01:00' },
        units.map((unit) => odfElement('Protest', { Status: 'FILED', Rule: '1', Interpreter: 'N', Unit: unit })),
      ),
    ]);
  const withdrawn = message('DT_COMMUNICATION', event, 4, clock(4), { documentSubcode: '1' }, undefined);
  const versions = [about(1, race, undefined), about(2, second, race), about(3, second), withdrawn];
  const subjects = (...sent: Sent[]): string[] => told(sent).map(({ subject }) => subject);
  for (const [count, expected] of [[event, race], [race, second], [second], []].entries()) {
    const sent = versions.slice(0, count + 1);
    expect(subjects(...sent).toSorted(), `version ${count + 1}`).toStrictEqual(expected.toSorted());
    expect(told(sent.toReversed())).toStrictEqual(told(sent));
  }
  const ofDiscipline = 'ALP-------------------------------';
  const alone = message('DT_COMMUNICATION', ofDiscipline, 1, clock(1), {}, [
    odfElement('Communication', {}, [
      odfElement('Protest', { Status: 'FILED', Rule: '1', Interpreter: 'N', Unit: race }),
      odfElement('Decision', { ItemNum: 1, IssuedTime: '2030-02-22T10:08:00+01:00' }),
    ]),
  ]);
  expect(subjects(alone)).toStrictEqual([race, race]);
  // Where two are named, what names none may be about either.
  const among = message('DT_COMMUNICATION', ofDiscipline, 1, clock(1), {}, [
    odfElement('Communication', {}, [
      ...[race, second].map((Unit) => odfElement('Protest', { Status: 'FILED', Rule: '1', Interpreter: 'N', Unit })),
      odfElement('Decision', { ItemNum: 1, IssuedTime: '2030-02-22T10:08:00+01:00' }),
    ]),
  ]);
  expect(subjects(among)).toStrictEqual([race, second]);
});

function medalOf(code: string, place: number): OdfElement {
  return odfElement('Medal', { Code: ['ME_GOLD', 'ME_SILVER'][place], Date: '2030-02-22', Unit: race }, [
    competitorOf(code),
  ]);
}

function competitorOf(code: string): OdfElement {
  return odfElement('Competitor', { Code: code, Type: 'A', Organisation: 'AAA', Order: 1 });
}

function records(
  code: string,
  version: number,
  at: number,
  header: Partial<OdfHeader>,
  holders: readonly string[],
): Sent {
  const marks = holders.map((holder) =>
    odfElement('RecordData', { Order: 1, Historical: 'N', Result: '31.0' }, [competitorOf(holder)]),
  );
  return message('DT_RECORD', code, version, clock(at), header, [
    odfElement('Record', { Code: 'DH' }, [
      odfElement('RecordType', { Order: 1, RecordType: 'TR', Shared: 'N' }, marks),
    ]),
  ]);
}
