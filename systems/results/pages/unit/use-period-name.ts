import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';

const named = ['P1', 'P2', 'P3', 'OT', 'PSS'] as const;

/** Names a period in the reader's language; a code that is new to these pages is shown as it is. */
export function usePeriodName(): (code: string) => string {
  const t = useText(pageMessages);
  return (code) => {
    const known = named.find((each) => each === code);
    return known === undefined ? code : t(`period.${known}`);
  };
}
