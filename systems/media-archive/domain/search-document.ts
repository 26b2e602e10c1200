import type { facetNames } from '../contract/index.ts';
import { actionName, disciplineName } from './facet-labels.ts';
import type { ByLanguage, Item } from './item.ts';

type Facet = (typeof facetNames)[number];
export type ItemLabel = { readonly facet: Facet; readonly value: string; readonly labels: ByLanguage };

/** What the search knows of an item; the shape of `SearchDocument` in @altis/search. */
export function searchDocument(item: Item) {
  const { title, sentence, unitName, athletes, organisations, discipline, action, happenedAt } = item.facts;
  const names = athletes.flatMap(({ name, localName }) => (localName === null ? [name] : [name, localName]));
  return {
    id: item.id,
    fields: {
      title,
      sentence,
      unit: unitName,
      names: names.join('\n'),
      organisations: organisations.join(' '),
      file: wordsOf(item.fileName),
    },
    facets: {
      athlete: athletes.map(({ code }) => code),
      organisation: organisations,
      discipline: discipline === null ? [] : [discipline],
      action: action === null ? [] : [action],
      kind: [item.kind],
    },
    dateMs: Date.parse(happenedAt ?? item.importedAt),
  };
}

/** The names of the chips that an item can be found by; kinds are named by the pages. */
export function labelsOfItem({ facts }: Item): ItemLabel[] {
  const { athletes, organisations, discipline, action } = facts;
  return [
    ...athletes.map(({ code, name, localName }) => ({
      facet: 'athlete' as const,
      value: code,
      labels: { und: name, ...(localName === null ? {} : { local: localName }) },
    })),
    ...organisations.map((code) => ({ facet: 'organisation' as const, value: code, labels: { und: code } })),
    ...(discipline === null
      ? []
      : [{ facet: 'discipline' as const, value: discipline, labels: disciplineName(discipline) }]),
    ...(action === null ? [] : [{ facet: 'action' as const, value: action, labels: actionName(action) }]),
  ];
}

/** The label in the reader's language, or else the one that belongs to no language, or else the value itself. */
export function labelIn(labels: ByLanguage | undefined, language: string, value: string): string {
  return labels?.[language] ?? labels?.['und'] ?? labels?.['en'] ?? value;
}

/** Words of a file's name, so that parts between underscores are found. */
function wordsOf(fileName: string): string {
  return fileName.replaceAll(/[_.+/\\-]+/g, ' ');
}
