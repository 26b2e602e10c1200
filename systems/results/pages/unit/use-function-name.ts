import { useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';

// Functions as feeds code them; several disciplines have codes of their own for the same.
const known = {
  AA01: 'athlete',
  RE: 'referee',
  REF: 'referee',
  AR: 'assistantReferee',
  JU: 'judge',
  JUDGE: 'judge',
  STR: 'starter',
  STARTER: 'starter',
  CHF_RACE: 'chiefOfRace',
  COMP_CHF: 'chiefOfCompetition',
  JURY: 'jury',
  JUR_ME: 'jury',
  TECH_CTRL: 'technicalController',
  LINESMAN: 'linesperson',
  TD: 'technicalDelegate',
  TCH_DEL: 'technicalDelegate',
  COACH: 'coach',
} as const;

/** What somebody does at the Games, in the reader's language; a code that is new to these pages is shown as it is. */
export function useFunctionName(): (code: string) => string {
  const t = useText(publicMessages);
  return (code) => (isKnown(code) ? t(`function.${known[code]}`) : code);
}

function isKnown(code: string): code is keyof typeof known {
  return Object.hasOwn(known, code);
}
