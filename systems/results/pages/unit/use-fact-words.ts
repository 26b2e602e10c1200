import { useText } from '@altis/web';
import type { Fact } from '../../contract/index.ts';
import { useLocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useCompetitorNames } from '../public/use-local-names.ts';
import { useCodeWords } from './use-code-words.ts';
import { usePeriodName } from './use-period-name.ts';

/** Tells a fact in one sentence of the reader's language; times and scores stand beside it as figures. */
export function useFactWords(): (fact: Fact) => { readonly text: string; readonly figure: string | null } {
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
      return { text: t(`fact.${kind}.all`), figure };
    }
    if (kind === 'record') {
      return { text: t('fact.record', { name, record: codes.record(value ?? number) }), figure: null };
    }
    if (kind === 'period-start' || kind === 'period-end') {
      return { text: t(`fact.${kind}`, { period: periodName(number) }), figure: value };
    }
    if (kind === 'medals') {
      return { text: t('fact.medals', { name, medal: t(`medal.${medalOf(fact)}`) }), figure: null };
    }
    return { text: t(`fact.${kind}`, { name, number }), figure: value };
  };
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
