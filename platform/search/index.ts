export { defineSearchIndex, type SearchIndex } from './search-index.ts';
export type { FieldDefinition, SearchIndexDefinition } from './search-index-definition.ts';
export { rulesVersion } from '@altis/lexical-search';
export { searchMigration } from './search-migration.ts';
export type { FieldText, SearchDocument } from './prepare-document.ts';
export type { FieldHighlight, SearchItem, SearchRequest, SearchResult } from './search-documents.ts';
export type { FacetLabel, Suggestion, SuggestRequest } from './suggest-labels.ts';
