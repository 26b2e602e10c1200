import type { ColumnType, Generated } from '@altis/database';
import type { ByLanguage, ItemFacts, ItemMedia } from '../domain/item.ts';

type Instant = ColumnType<Date, string | Date, string | Date>;

export type ItemRow = {
  id: string;
  kind: 'clip' | 'asset';
  state: 'kept' | 'withdrawn';
  file_name: string;
  moment: string | null;
  session: string | null;
  revision: number;
  clip_revision: number | null;
  imported_at: Instant;
  facts: ItemFacts;
  /** Object of the video as it came in; the same bytes are one asset. */
  original: string | null;
  media: ItemMedia | null;
};

type LabelRow = { facet: string; value: string; labels: ByLanguage };

export type ImportRow = {
  id: string;
  file_name: string;
  /** Where the video comes from: an upload, or a path below the import root. */
  upload: string | null;
  path: string | null;
  job: string;
  item: string | null;
  is_duplicate: Generated<boolean>;
  created_at: Generated<Date>;
};

/** By which rules of words the search index was written as a whole. */
type SearchRulesRow = { only_one: Generated<boolean>; version: number };

export type Tables = { item: ItemRow; label: LabelRow; import: ImportRow; search_rules: SearchRulesRow };
