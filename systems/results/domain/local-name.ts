import type { OdfElement } from '@altis/odf';
import { byLanguageTag } from './language-tag.ts';

/** The name of a participant or team in another language or script, as the newest DT_PARTIC_NAME has it. */
export type LocalNameFacts = {
  /** Code and language: what claims know it by. */
  readonly code: string;
  readonly language: string;
  readonly family: string | null;
  readonly given: string | null;
  readonly print: string | null;
  readonly members: readonly { readonly code: string }[];
};

/** Reads a `Participant` or `Team` of DT_PARTIC_NAME; undefined where it has no code or no name. */
export function readLocalName(
  { attributes }: OdfElement,
  headerLanguage: string | undefined,
): LocalNameFacts | undefined {
  const value = (...names: string[]): string | null =>
    names.map((name) => attributes[name] ?? '').find((text) => text !== '') ?? null;
  const participant = value('Code');
  const [language = ''] = Object.keys(byLanguageTag({ [value('Language') ?? headerLanguage ?? 'ENG']: '' }));
  const family = value('LocalFamilyName', 'FamilyName');
  const given = value('LocalGivenName', 'GivenName');
  const print = value('PrintName', 'Name', 'TVName', 'TVTeamName', 'ShortName');
  if (participant === null || (family ?? given ?? print) === null) return undefined;
  return { code: `${participant} ${language}`, language, family, given, print, members: [{ code: participant }] };
}
