import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';

// Ice hockey and football; a code that is new to these pages is shown as it is.
const hockey = ['GOAL', 'SHOT', 'P', 'PTY', 'PSS', 'GWG', 'GK', 'TOUT', 'ENDP'] as const;
const football = ['STARTP', 'PSO', 'SUBST', 'YC', 'RC'] as const;
const actions = [...hockey, ...football];
const situations = ['EQ', 'PP1', 'PP2', 'SH1', 'SH2', 'ENG', 'EA', 'PS', 'GOAL', 'MISS'] as const;
const roles = ['ASSIST1', 'ASSIST2', 'GK', 'IN', 'OUT', 'PTY_SERVE'] as const;

/** Words for the codes of an action in the reader's language. */
export function useActionWords(): {
  action: (code: string) => string;
  situation: (code: string) => string;
  /** Undefined for the one whose action it is: the scorer, the shooter, the penalised. */
  role: (code: string | null) => string | undefined;
} {
  const t = useText(pageMessages);
  return {
    action: (code) => {
      const known = actions.find((each) => each === code);
      return known === undefined ? code : t(`action.${known}`);
    },
    situation: (code) => {
      const known = situations.find((each) => each === code);
      return known === undefined ? code : t(`situation.${known}`);
    },
    role: (code) => {
      const known = roles.find((each) => each === code);
      return known && t(`role.${known}`);
    },
  };
}
