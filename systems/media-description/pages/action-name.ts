import { useText } from '@altis/web';
import { pageMessages } from './page-messages.ts';

// Codes of actions and kinds of facts in the profiles of media description; what is new to them is shown as its code.
const actions = ['GOAL', 'GWG', 'SHOT', 'SAVE', 'P', 'PTY', 'PSS', 'TOUT', 'GK', 'MARK'] as const;
const facts = ['finished', 'lead-change', 'podium-change', 'out', 'record'] as const;
const named = [...actions, ...facts];

/** Names the kind of an action in the reader's language. */
export function useActionName(): (code: string) => string {
  const t = useText(pageMessages);
  return (code) => {
    const known = named.find((each) => each === code);
    return known === undefined ? code : t(`action.${known}`);
  };
}
