import type { Database } from '@altis/database';
import type { LocalName } from '../contract/index.ts';
import { builtInName } from '../domain/built-in-codes.ts';
import { codeKey, codesSpeakingFor, type CodeFacts, type TextForm } from '../domain/code-set.ts';
import { listClaims } from './claims.ts';
import type { ResultsTables } from './tables.ts';

/**
 * Names of codes by language tag, of those that have one: of `discipline` (`ALP`), `event`, `phase` and `unit` (RSC of 34
 * characters), `organisation`, `venue`, `location`, `function` (`ALP RE`), and of every other table that was imported.
 * Of each language the text sent last holds; what no table says has the product's own plain name, if there is one.
 */
export async function findCodeNames(
  db: Database<ResultsTables>,
  kind: string,
  codes: readonly string[],
  form: TextForm = 'text',
): Promise<Map<string, LocalName>> {
  const speaking = new Map([...new Set(codes)].map((code) => [code, codesSpeakingFor(kind, code)]));
  const keys = [...new Set([...speaking.values()].flat().map((code) => codeKey(kind, code)))];
  const said = await textsOf(db, keys, form);
  const named = new Map<string, LocalName>();
  for (const [code, speakers] of speaking) {
    const name = Object.assign(
      {},
      ...speakers.map((speaker) => ({ ...builtInName(kind, speaker), ...said.get(codeKey(kind, speaker)) })),
    ) as LocalName;
    if (Object.keys(name).length > 0) named.set(code, name);
  }
  return named;
}

async function textsOf(
  db: Database<ResultsTables>,
  keys: readonly string[],
  form: TextForm,
): Promise<Map<string, LocalName>> {
  const texts = new Map<string, LocalName>();
  // Newest first: what is known already holds.
  for (const { code, facts } of await listClaims<CodeFacts>(db, 'code', keys))
    texts.set(code, { ...facts.text, ...facts[form], ...texts.get(code) });
  return texts;
}
