/** Kinds of things that lists and their updates are about. */
export type EntityKind = 'unit' | 'participant' | 'team';

/** What a document type means to the results; every other document is kept and not looked into. */
export type DocumentRole =
  | { readonly kind: 'register'; readonly entity: EntityKind; readonly isUpdate: boolean }
  | { readonly kind: 'results' | 'play-by-play' | 'other' };

const entities: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ['DT_SCHEDULE', 'unit'],
  ['DT_PARTIC', 'participant'],
  ['DT_PARTIC_TEAMS', 'team'],
]);

/** The role of an ODF document type. */
export function roleOf(documentType: string): DocumentRole {
  if (documentType === 'DT_RESULT') return { kind: 'results' };
  if (documentType === 'DT_PLAY_BY_PLAY') return { kind: 'play-by-play' };
  const isUpdate = documentType.endsWith('_UPDATE');
  const entity = entities.get(isUpdate ? documentType.slice(0, -'_UPDATE'.length) : documentType);
  return entity === undefined ? { kind: 'other' } : { kind: 'register', entity, isUpdate };
}
