import { useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';

const phases = ['QFNL', 'SFNL', 'FNL', '8FNL', 'BRN', 'GPA', 'GPB', 'GPC', 'QUAL'] as const;

/** Names of brackets and their rounds by ODF phase code, in the reader's language; a code without a word stays as it is. */
export function useRoundName(): Readonly<Record<'bracket' | 'round', (code: string) => string>> {
  const t = useText(publicMessages);
  const name = (code: string): string => {
    const bare = code.replaceAll('-', '');
    const known = phases.find((each) => each === bare);
    return known === undefined ? bare : t(`phase.${known}`);
  };
  return { round: name, bracket: (code) => (code.startsWith('FNL') ? t('bracket') : `${t('bracket')}: ${name(code)}`) };
}
