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
  const medals = (...sent: Sent[]): string[] => told(sent).map(({ competitor, value }) => `${competitor} ${value}`);
  const [first, second] = [won(1, 1, 'ENG', ['A', 'B']), won(1, 2, 'FRA', ['A', 'B'])];
  const after = won(2, 3, 'ENG', ['B']);
  expect(medals(first, second)).toStrictEqual(['A ME_GOLD', 'B ME_SILVER']);
  expect(medals(first, second, after)).toStrictEqual(['B ME_GOLD']);
  expect(medals(after, second, first)).toStrictEqual(['B ME_GOLD']);

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
});

function medalOf(code: string, place: number): OdfElement {
  return odfElement('Medal', { Code: ['ME_GOLD', 'ME_SILVER'][place], Date: '2030-02-22', Unit: race }, [
    odfElement('Competitor', { Code: code, Type: 'A', Organisation: 'AAA', Order: 1 }),
  ]);
}

function records(
  code: string,
  version: number,
  at: number,
  header: Partial<OdfHeader>,
  holders: readonly string[],
): Sent {
  const marks = holders.map((holder) =>
    odfElement('RecordData', { Order: 1, Historical: 'N', Result: '31.0' }, [
      odfElement('Competitor', { Code: holder, Type: 'A', Organisation: 'AAA', Order: 1 }),
    ]),
  );
  return message('DT_RECORD', code, version, clock(at), header, [
    odfElement('Record', { Code: 'DH' }, [
      odfElement('RecordType', { Order: 1, RecordType: 'TR', Shared: 'N' }, marks),
    ]),
  ]);
}
