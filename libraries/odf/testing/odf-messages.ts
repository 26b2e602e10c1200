import fc from 'fast-check';
import type { OdfElement } from '../odf-element.ts';
import { documentTypes } from '../schema/document-types.ts';
import { ruleOf } from '../schema/element-rules.ts';
import type { ElementRule } from '../schema/element-rules.ts';
import type { ValueKind } from '../schema/value-kinds.ts';
import { resultStatuses, scheduleStatuses } from '../schema/vocabulary.ts';
import { xmlTexts } from './odf-trees.ts';

/** Messages of a document type as ODF allows them, with everything optional there or not. */
export function odfMessages(documentType: string): fc.Arbitrary<OdfElement> {
  const elements = documentTypes.get(documentType) ?? [];
  const competition = fc
    .tuple(elementsNamed('Competition', 'OdfBody', documentType), fc.constantFrom(...elements, ''))
    .chain(([around, name]) =>
      (name === ''
        ? fc.constant([])
        : fc.array(elementsNamed(name, 'Competition', documentType), {
            minLength: 1,
            maxLength: oneOnly.has(name) ? 1 : 3,
          })
      ).map((entities) => ({ ...around, children: [...around.children, ...entities] })),
    );
  return fc.tuple(elementsNamed('OdfBody', undefined, documentType), competition).map(([body, content]) => ({
    ...body,
    attributes: { ...body.attributes, DocumentType: documentType },
    children: [content, ...body.children.filter((child) => typeof child === 'string' || child.name === 'Note')],
  }));
}

const oneOnly = new Set(['Stats', 'MedalStandings', 'Communication', 'Weather', 'Venue', 'Config', 'Configs']);

function elementsNamed(name: string, parent: string | undefined, documentType: string): fc.Arbitrary<OdfElement> {
  const rule = ruleOf(name, parent, documentType);
  if (rule === undefined) return fc.constant({ name, attributes: {}, children: [] });
  const children = [...rule.children]
    // A content that the rules do not describe says nothing here.
    .filter(([child, { least }]) => least > 0 || ruleOf(child, name, documentType) !== undefined)
    .filter(([child]) => child !== 'Competition')
    .map(([child, { least, most }]) =>
      fc.array(elementsNamed(child, name, documentType), {
        minLength: least,
        maxLength: Math.min(most, Math.max(least, 2)),
        size: 'small',
      }),
    );
  const text =
    rule.text === 'none'
      ? fc.constant([])
      : fc.array(texts, { minLength: rule.text === 'required' ? 1 : 0, maxLength: 1 });
  return fc.record(
    {
      name: fc.constant(name),
      attributes: attributesOf(rule),
      children: fc.tuple(text, ...children).map((lists) => lists.flat()),
    },
    { noNullPrototype: true },
  );
}

function attributesOf({ attributes }: ElementRule): fc.Arbitrary<Record<string, string>> {
  const entries = [...attributes].map(([name, { kind }]) => [name, valuesOf(name, kind)] as const);
  const requiredKeys = [...attributes].filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  return fc.record(Object.fromEntries(entries), { requiredKeys, noNullPrototype: true });
}

function valuesOf(name: string, kind: ValueKind | undefined): fc.Arbitrary<string> {
  // An action is known by its id, and the document code is that of something of a sport.
  if (name === 'Id') return fc.uuid();
  if (name === 'DocumentCode') return rscs;
  return kind === undefined ? texts : values[kind];
}

const texts = xmlTexts.filter((text) => text.trim() !== '');
const digits = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const rscs = fc.constantFrom(
  'IHOMTEAM6-------------FNL-000100--',
  'ALPMDH----------------------------',
  'TRU-IHO-------------------3D------',
);
const dates = fc.constantFrom('2030-02-22', '2028-02-29', '2030-12-31');
const times = fc.tuple(digits(23), digits(59), digits(59));

const values: Readonly<Record<ValueKind, fc.Arbitrary<string>>> = {
  rsc: rscs,
  date: dates,
  time: times.map(([hour, minute, second]) => `${hour}${minute}${second}007`),
  dateTime: fc
    .tuple(dates, times, fc.constantFrom('', '.420', 'Z', '+01:00'))
    .map(([date, time, end]) => `${date}T${time.join(':')}${end}`),
  clock: fc.tuple(digits(59), digits(59)).map(([minute, second]) => `${minute}:${second}`),
  version: fc.integer({ min: 1, max: 99_999 }).map(String),
  number: fc.oneof(fc.integer({ min: -5, max: 999 }), fc.constantFrom(0.25, 12.5)).map(String),
  flag: fc.constantFrom('Y', 'N'),
  language: fc.constantFrom('ENG', 'FRA', 'CHI'),
  feedFlag: fc.constantFrom('P', 'T'),
  documentType: fc.constant('DT_RESULT'),
  resultStatus: fc.constantFrom(...resultStatuses),
  scheduleStatus: fc.constantFrom(...scheduleStatuses),
  competitorType: fc.constantFrom('A', 'T', 'H'),
  personGender: fc.constantFrom('M', 'F', 'X'),
  gender: fc.constantFrom('M', 'W', 'X', 'O'),
  outcome: fc.constantFrom('W', 'L', 'T'),
  photoFinish: fc.constantFrom('E', 'P'),
  unitMedal: fc.constantFrom('0', '1', '2', '3'),
  medalCode: fc.constantFrom('ME_GOLD', 'ME_SILVER', 'ME_BRONZE'),
};
