import type { PrintBlock } from '@altis/print';
import type { StandingLine, UnitCompetitor } from '../../contract/index.ts';
import type { BookTexts } from '../../messages/book-texts.ts';

type Marked = Pick<UnitCompetitor | StandingLine, 'invalidMark' | 'qualification' | 'records'> & {
  readonly isProvisional?: boolean;
};

/** What the codes that stand in a list mean; those that have no words are left out. */
export function legendBlocks(lines: readonly Marked[], texts: BookTexts): PrintBlock[] {
  const used: [kind: string, code: string][] = lines.flatMap(({ invalidMark, qualification, records }) => [
    ...(invalidMark === null ? [] : [['irm', invalidMark] as [string, string]]),
    ...(qualification === null ? [] : [['qualification', qualification] as [string, string]]),
    ...records.map(({ type }): [string, string] => ['record', type]),
  ]);
  const explained = new Map(used.map(([kind, code]) => [code, texts.word(kind, code)]));
  const entries = [...explained].filter(([code, word]) => word !== code).map(([code, word]) => `${code} = ${word}`);
  if (lines.some(({ isProvisional }) => isProvisional)) entries.push(`* = ${texts.words('list.provisional')}`);
  if (entries.length === 0) return [];
  return [{ kind: 'text', isSmall: true, text: `${texts.book('legend')}: ${entries.join('; ')}` }];
}
