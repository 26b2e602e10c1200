import fc from 'fast-check';
import { expect, test } from 'vitest';
import { odfElement } from '../odf-element.ts';
import type { OdfElement } from '../odf-element.ts';
import { documentTypes } from '../schema/document-types.ts';
import { odfMessages } from '../testing/odf-messages.ts';
import { hockeyPlayByPlay, messageOf, biathlonSchedule, trainingUpdate } from '../testing/sample-messages.ts';
import { checkMessage } from './check-message.ts';
import { composeMessage } from './compose-message.ts';
import type { ContentDraft, HeaderDraft, MessageDraft } from './compose-message.ts';
import { contentKind } from './odf-content.ts';
import { composeBody } from './odf-header.ts';
import { readMessage } from './read-message.ts';
import { writeMessage } from './write-message.ts';

// One document type for each kind of content and element that it stands in.
const typed = new Map(
  [...documentTypes]
    .filter(([type]) => contentKind(type) !== undefined)
    .map(([type, elements]) => [`${contentKind(type)} ${String(elements)}`, type]),
);

test.each([...typed.values()])('%s: what is read, composed and written reads back the same', (documentType) => {
  fc.assert(
    fc.property(odfMessages(documentType), (root) => {
      expect(checkMessage(root)).toStrictEqual([]);
      const first = readMessage(writeMessage({ root }));
      if (!first.ok) throw new Error(first.fault.message);
      expect(first).toMatchObject({ warnings: [], message: { root } });
      const { header, dictionaries, content } = first.message;
      if (content.kind === 'other') throw new Error(`${documentType} has no types.`);
      const composed = composeMessage({ header, dictionaries, content });
      if (!composed.ok) throw new Error(JSON.stringify(composed.faults));
      const second = readMessage(writeMessage(composed));
      if (!second.ok) throw new Error(second.fault.message);
      expect(withoutTree(second.message)).toStrictEqual(withoutTree(first.message));
    }),
    { numRuns: 15 },
  );
});

const header = {
  competitionCode: 'XWG2030',
  documentType: 'DT_RESULT',
  documentCode: 'ALPMDH----------------FNL-000100--',
  version: 3,
  resultStatus: 'LIVE',
  feedFlag: 'P',
  date: '2030-02-22',
  time: '151407312',
  source: 'ARNALP1',
} as const satisfies HeaderDraft;
const dictionaries = { gen: 'XWG-2030-GEN-1', codes: 'XWG-2030-1' };
const racer = { code: '1000123', type: 'A', athletes: [{ code: '1000123', order: 1 }] };

test('what is left out is not written, and numbers may be given for texts', () => {
  const content: ContentDraft = {
    kind: 'results',
    results: [
      {
        rank: 1,
        result: 101.23,
        extendedResults: [{ type: 'ER', code: 'INTERMEDIATE', position: 1 }],
        competitor: racer,
      },
    ],
    clock: { time: '0' },
  };
  const composed = composeMessage({ header, dictionaries, content });
  expect(composed.ok && writeMessage(composed, { indent: true }).split('\n').slice(2)).toStrictEqual([
    '  <Competition Gen="XWG-2030-GEN-1" Codes="XWG-2030-1">',
    '    <Clock Running="N" Time="0"/>',
    '    <Result Rank="1" Result="101.23">',
    '      <ExtendedResults>',
    '        <ExtendedResult Type="ER" Code="INTERMEDIATE" Pos="1"/>',
    '      </ExtendedResults>',
    '      <Competitor Code="1000123" Type="A">',
    '        <Composition>',
    '          <Athlete Code="1000123" Order="1"/>',
    '        </Composition>',
    '      </Competitor>',
    '    </Result>',
    '  </Competition>',
    '</OdfBody>',
  ]);
});

test('what ODF does not allow is refused, with place and remedy', () => {
  const faultsOf = (draft: Partial<MessageDraft>): string[] => {
    const content = { kind: 'results', results: [{ competitor: racer }] } as const;
    const composed = composeMessage({ header, dictionaries, content, ...draft });
    return composed.ok ? [] : composed.faults.map(({ path, message, remedy }) => `${path} ${message} ${remedy}`);
  };
  expect(faultsOf({})).toStrictEqual([]);
  expect(
    faultsOf({ header: { ...header, documentCode: 'ALPMDH', time: '15:14:07', resultStatus: 'RUNNING', source: '' } }),
  ).toStrictEqual([
    expect.stringMatching(/^OdfBody@DocumentCode "ALPMDH" is no RSC. Write an RSC of 34 characters/),
    'OdfBody@Source is missing. <OdfBody> needs Source in ODF; write it.',
    expect.stringMatching(/^OdfBody@ResultStatus "RUNNING" is not allowed. Write one of START_LIST, OFFICIAL/),
    expect.stringMatching(/^OdfBody@Time "15:14:07" is not allowed. Write nine digits/),
  ]);
  expect(faultsOf({ header: { ...header, feedFlag: 'X' as 'P', version: 0.5 } })).toHaveLength(2);
  expect(faultsOf({ header: { ...header, documentType: 'DT_WEATHER' } })).toStrictEqual([
    'OdfBody@DocumentType "DT_WEATHER" does not hold content of the kind "results". Give content of the kind "weather".',
  ]);
  expect(faultsOf({ dictionaries: { gen: 'G' } })).toStrictEqual([
    'OdfBody/Competition@Codes is missing. <Competition> needs Codes in ODF; write it.',
  ]);
  const second = { photoFinish: 'MAYBE', rank: Number.NaN, competitor: { code: 'a\u0001', type: 'A' } };
  expect(faultsOf({ content: { kind: 'results', results: [{}, second] } })).toStrictEqual([
    'OdfBody/Competition/Result[1] has no <Competitor>. <Result> needs it in ODF; write it.',
    'OdfBody/Competition/Result[2]@Rank "NaN" is not allowed. Write a number in digits, with a point where it has a fraction.',
    'OdfBody/Competition/Result[2]@PhotoFinish "MAYBE" is not allowed. Write one of E, P.',
    'OdfBody/Competition/Result[2]/Competitor@Code The character U+0001 cannot be written in XML. Leave it out.',
  ]);
  const starts = [{ startDate: 'tomorrow', code: 'A', status: 'SOON', phaseType: 3, names: { ENG: 'Run' } }];
  expect(
    faultsOf({ header: { ...header, documentType: 'DT_SCHEDULE' }, content: { kind: 'schedule', units: starts } }),
  ).toStrictEqual([
    expect.stringContaining('Unit@Code "A" is not allowed.'),
    expect.stringContaining('Unit@ScheduleStatus "SOON" is not allowed.'),
    expect.stringContaining('Unit@StartDate "tomorrow" is not allowed.'),
  ]);
});

test('a tree built by hand is checked for order, number and kind of its elements', () => {
  const faultsOf = (...content: OdfElement[]): string[] =>
    checkMessage(
      composeBody(messageOf(hockeyPlayByPlay({ version: 1, actions: [] })).header, [
        odfElement('Competition', { Gen: 'G', Codes: 'C' }, content),
      ]),
    ).map(({ path, message }) => `${path} ${message}`);
  const clock = odfElement('Clock', { Running: 'Y', Time: '1' });
  expect(faultsOf(clock, odfElement('Actions', {}, [odfElement('Novelty', {}, ['text'])]))).toStrictEqual([]);
  expect(faultsOf(odfElement('Actions'), clock, clock, odfElement('Weather', { Date: 'x' }, ['text']))).toStrictEqual([
    'OdfBody/Competition/Weather <Weather> does not belong into DT_PLAY_BY_PLAY.',
    'OdfBody/Competition has 2 <Clock>.',
    'OdfBody/Competition/Clock stands behind <Actions>.',
    'OdfBody/Competition/Clock stands behind <Actions>.',
    'OdfBody/Competition/Weather <Weather> holds text.',
    'OdfBody/Competition/Weather has no <Conditions>.',
  ]);
  expect(checkMessage(odfElement('html'))).toHaveLength(1);
});

test('messages as they were in 2022 may be sent', () => {
  const faults = [biathlonSchedule, trainingUpdate].flatMap((xml) => checkMessage(messageOf(xml).root));
  expect(faults).toStrictEqual([]);
});

/** Everything typed; the tree has what the types do not name, too. */
function withoutTree(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'element' || key === 'root' ? undefined : inner)),
  );
}
