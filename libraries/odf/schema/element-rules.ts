import type { ValueKind } from './value-kinds.ts';
import { competitionRules } from './competition-rules.ts';
import { entityRules } from './entity-rules.ts';

/** What ODF says of one element. What it does not name is left alone: messages in use have more than the schema. */
export type ElementRule = {
  readonly attributes: ReadonlyMap<string, { readonly isRequired: boolean; readonly kind: ValueKind | undefined }>;
  /** In the order in which they must stand. */
  readonly children: ReadonlyMap<string, { readonly order: number; readonly least: number; readonly most: number }>;
  readonly text: 'none' | 'optional' | 'required';
};

/** The rule of an element below `parent`; some differ by where they stand, or in which document. */
export function ruleOf(name: string, parent: string | undefined, documentType: string): ElementRule | undefined {
  return rules.get(`${documentType}:${name}`) ?? rules.get(`${parent}/${name}`) ?? rules.get(name);
}

const cardinalities: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '!': [1, 1],
  '?': [0, 1],
  '+': [1, Infinity],
  '*': [0, Infinity],
};

function parseRule(written: string): ElementRule {
  const [attributes = '', children = ''] = written.split(';').map((half) => half.trim());
  const names = children.split(/\s+/).filter((each) => each !== '' && !/^text!?$/.test(each));
  return {
    attributes: new Map(
      attributes
        .split(/\s+/)
        .filter((each) => each !== '')
        .map((each) => {
          const [name = '', kind] = each.split(':');
          return [name.replace('!', ''), { isRequired: name.endsWith('!'), kind: kind as ValueKind | undefined }];
        }),
    ),
    children: new Map(
      names.map((each, order) => {
        const [least, most] = cardinalities[each.slice(-1)] ?? [0, Infinity];
        return [each.slice(0, -1), { order, least, most }];
      }),
    ),
    text: /\btext!/.test(children) ? 'required' : /\btext\b/.test(children) ? 'optional' : 'none',
  };
}

const rules: ReadonlyMap<string, ElementRule> = new Map(
  Object.entries({ ...competitionRules, ...entityRules }).map(([name, written]) => [name, parseRule(written)]),
);
