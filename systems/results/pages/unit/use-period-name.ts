import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';

const named = ['P1', 'P2', 'P3', 'H1', 'H2', 'OT', 'PSS', 'PSO'] as const;

/** Names a period, a half or an end of curling (`E3`) in the reader's language; a code that is new to these pages is shown as it is. */
export function usePeriodName(): (code: string) => string {
  const t = useText(pageMessages);
  return (code) => {
    const known = named.find((each) => each === code);
    const end = /^E(\d{1,2})$/.exec(code)?.[1];
    if (end !== undefined) return t('period.end', { number: end });
    return known === undefined ? code : t(`period.${known}`);
  };
}
