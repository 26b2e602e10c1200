// Functions as feeds code them; several disciplines have codes of their own for the same.
const words = {
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

type FunctionWord = (typeof words)[keyof typeof words];

/** The plain word, which texts have names for, of what somebody does at the Games; a code without one stays as it is. */
export function functionWord(code: string): string {
  return isKnown(code) ? words[code] : code;
}

/** Whether it is one of the plain words. */
export function isFunctionWord(word: string): word is FunctionWord {
  return Object.values<string>(words).includes(word);
}

function isKnown(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code);
}
