// Sports write the same in several ways.
const words = {
  length: ['LENGTH', 'COURSE_LENGTH', 'LEN'],
  drop: ['DROP', 'VERTICAL_DROP', 'VERT_DROP', 'VERTICAL', 'HEIGHT_DIFF', 'HD'],
  start: ['START_ALT', 'START_ALTITUDE', 'ALT_START'],
  finish: ['FINISH_ALT', 'FINISH_ALTITUDE', 'ALT_FINISH'],
  maximumClimb: ['MAX_CLIMB', 'MAXIMUM_CLIMB', 'MC'],
  totalClimb: ['TOTAL_CLIMB', 'TC'],
  lapLength: ['LAP_LENGTH', 'LENGTH_LAP'],
  distance: ['DISTANCE', 'DIST'],
  hillSize: ['HILL_SIZE', 'HILLSIZE', 'HS'],
  kPoint: ['K_POINT', 'KPOINT', 'K'],
  gates: ['GATES', 'NUM_GATES', 'GATES_NUM'],
  turningGates: ['TURNING_GATES', 'TURN_GATES', 'DIRECTION_CHANGES'],
  laps: ['LAPS', 'NUM_LAPS', 'LAP_NUM'],
  runs: ['RUNS', 'NUM_RUNS', 'ROUNDS'],
  qualifiers: ['QUALIFIERS', 'NUM_QUALIFIERS', 'NUM_QUAL', 'QUALIFIED', 'QUAL'],
  rule: ['RULE', 'RULES', 'QUAL_RULE', 'QUALIFICATION_RULE', 'PROGRESSION'],
  setter: ['COURSE_SETTER', 'SETTER'],
  intermediates: ['INTERMEDIATE', 'INTERMEDIATES'],
} as const;

export type SettingWord = keyof typeof words;

/** The plain word, which texts have names for, of a code of a setting. */
export function settingWord(code: string): SettingWord | undefined {
  const known = Object.entries(words) as [SettingWord, readonly string[]][];
  return known.find(([, codes]) => codes.includes(code.toUpperCase()))?.[0];
}

const inMetres: ReadonlySet<SettingWord> = new Set([
  'length',
  'drop',
  'start',
  'finish',
  'maximumClimb',
  'totalClimb',
  'lapLength',
  'distance',
  'hillSize',
  'kPoint',
]);

/** Whether a bare number is one of metres. */
export function isInMetres(word: SettingWord | undefined, value: string): boolean {
  return word !== undefined && inMetres.has(word) && /^\d+(?:[.,]\d+)?$/.test(value);
}
