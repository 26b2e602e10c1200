import { createTokeniser, type Token } from '@altis/lexical-search';
import type { SearchIndexDefinition } from './search-index-definition.ts';

/** Splits the text of a field into tokens, by the rules of its language and of the field. */
export type TokeniseField = (field: string, language: string | null, text: string) => Token[];

/** For a batch of documents, whose words recur. */
export function createFieldTokeniser({ fields }: Pick<SearchIndexDefinition, 'fields'>): TokeniseField {
  const tokenisers = new Map<string, ReturnType<typeof createTokeniser>>();
  return (field, language, text) => {
    const names = fields[field]?.names === true;
    const key = `${language} ${names}`;
    let tokenise = tokenisers.get(key);
    if (!tokenise) {
      tokenise = createTokeniser({ language: language ?? undefined, stems: !names });
      tokenisers.set(key, tokenise);
    }
    return tokenise(text);
  };
}
