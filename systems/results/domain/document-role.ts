/** Kinds of things that lists and their updates are about. */
export type EntityKind = 'unit' | 'session' | 'participant' | 'team' | 'name' | 'entry' | 'code';

/** Kinds of documents that say something about units, phases, events and what belongs to them. */
export type DocumentKind =
  | 'results'
  | 'current'
  | 'play-by-play'
  | 'standing'
  | 'brackets'
  | 'statistics'
  | 'medallists'
  | 'medal-table'
  | 'records'
  | 'communication'
  | 'weather'
  | 'configuration'
  | 'images';

/** What a document type means to the results; every other document is kept and not looked into. */
export type DocumentRole =
  | { readonly kind: 'register'; readonly entity: EntityKind; readonly isUpdate: boolean }
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'other' };

const entities: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ['DT_SCHEDULE', 'unit'],
  ['DT_PARTIC', 'participant'],
  ['DT_PARTIC_TEAMS', 'team'],
  ['DT_PARTIC_NAME', 'name'],
  ['DT_ENTRIES', 'entry'],
  ['DT_CODES', 'code'],
]);

const documents: ReadonlyMap<string, DocumentKind> = new Map<string, DocumentKind>([
  ['DT_RESULT', 'results'],
  ['DT_CURRENT', 'current'],
  ['DT_PLAY_BY_PLAY', 'play-by-play'],
  ['DT_PHASE_RESULT', 'standing'],
  ['DT_CUMULATIVE_RESULT', 'standing'],
  ['DT_POOL_STANDING', 'standing'],
  ['DT_RANKING', 'standing'],
  ['DT_BRACKETS', 'brackets'],
  ['DT_STATS', 'statistics'],
  ['DT_MEDALLISTS', 'medallists'],
  ['DT_MEDALLISTS_DAY', 'medallists'],
  ['DT_MEDALLISTS_DISCIPLINE', 'medallists'],
  ['DT_MEDALS', 'medal-table'],
  ['DT_RECORD', 'records'],
  ['DT_COMMUNICATION', 'communication'],
  ['DT_ALERT', 'communication'],
  ['DT_WEATHER', 'weather'],
  ['DT_VEN_COND', 'weather'],
  ['DT_CONFIG', 'configuration'],
  ['DT_IMAGE', 'images'],
]);

/** The role of an ODF document type. */
export function roleOf(documentType: string): DocumentRole {
  const document = documents.get(documentType);
  if (document !== undefined) return { kind: 'document', document };
  const isUpdate = documentType.endsWith('_UPDATE');
  const entity = entities.get(isUpdate ? documentType.slice(0, -'_UPDATE'.length) : documentType);
  return entity === undefined ? { kind: 'other' } : { kind: 'register', entity, isUpdate };
}
