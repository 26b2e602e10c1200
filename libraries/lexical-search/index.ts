export { fold, rulesVersion } from './fold.ts';
export { createTokeniser, tokenise, type Token, type TokeniseOptions } from './tokenise.ts';
export {
  parseQuery,
  type Alternative,
  type Clause,
  type PhraseClause,
  type Query,
  type QueryOptions,
  type WordClause,
} from './parse-query.ts';
export { minTypoLetters, withinOneEdit } from './within-one-edit.ts';
export { fieldFrequency, inverseDocumentFrequency, saturate, type FieldScoring } from './bm25f.ts';
export { highlight, highlightTokens, type Range } from './highlight.ts';
