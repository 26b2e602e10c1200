import { useText } from '@altis/web';
import type { Fact } from '../../contract/index.ts';
import { useLocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useCompetitorNames } from '../public/use-local-names.ts';
import { useCodeWords } from './use-code-words.ts';
import { usePeriodName } from './use-period-name.ts';

/**
 * Tells a fact in one sentence of the reader's language; times and scores stand beside it as figures.
 *
 * @param relays codes of the competitors whose parts are legs
 */
export function useFactWords(
  relays: ReadonlySet<string>,
): (fact: Fact) => { readonly text: string; readonly figure: string | null } {
  const t = useText(publicMessages);
  const codes = useCodeWords();
  const periodName = usePeriodName();
  const textOf = useLocalText();
  const nameOf = useCompetitorNames();
  return (fact) => {
    // Whom no list has named yet is called by the code.
    const said = fact.name || fact.organisation || fact.competitor || '';
    const name = isolated(textOf(nameOf({ name: said, organisation: fact.organisation })).text);
    const number = fact.position ?? '';
    const { kind, value } = fact;
    if (kind === 'out') {
      return { text: t('fact.out', { name }), figure: value === null ? null : codes.invalidMark(value) };
    }
    if ((kind === 'finished' || kind === 'protested') && fact.competitor === null && fact.name === null) {
      const figure = kind === 'protested' && value !== null ? codes.protest(value) : value;
      return { text: t(`fact.${kind}.all`), figure: asScore(figure) };
    }
    if (kind === 'record') {
      return { text: t('fact.record', { name, record: codes.record(value ?? number) }), figure: null };
    }
    if (kind === 'period-start' || kind === 'period-end') {
      return { text: t(`fact.${kind}`, { period: periodName(number) }), figure: asScore(value) };
    }
    // The mark is that of the part, and says nothing of the whole.
    if (kind === 'finished' && fact.position !== null) {
      const part = t(relays.has(fact.competitor ?? '') ? 'mark.leg' : 'mark.round', { number });
      return { text: t('fact.finished.part', { name, part }), figure: value };
    }
    if (kind === 'medals') {
      return { text: t('fact.medals', { name, medal: t(`medal.${medalOf(fact)}`) }), figure: null };
    }
    return { text: t(`fact.${kind}`, { name, number }), figure: asScore(value) };
  };
}

/** The score of two sides with the dash that the rest of the page has. */
function asScore(value: string | null): string | null {
  return value?.replace(/^(\d+)-(\d+)$/, '$1–$2') ?? null;
}

const medals = { '1': 'gold', '2': 'silver', '3': 'bronze' } as const;

/** The number of the medal, as the feed has it: ME_GOLD, gold or 1. */
function medalOf({ position, value, rank }: Fact): 'gold' | 'silver' | 'bronze' | 'any' {
  const said = [position, value, rank].join(' ').toLowerCase();
  const named = (['gold', 'silver', 'bronze'] as const).find((each) => said.includes(each));
  const numbered = Object.entries(medals).find(([number]) => [position, value, rank].includes(number));
  return named ?? numbered?.[1] ?? 'any';
}

/** Keeps the direction of a name from the feed apart from that of the sentence: FIRST STRONG ISOLATE, U+2068. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
