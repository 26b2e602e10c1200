// Documents that bring the same kind of content, and the elements that hold it.
const byContent: readonly (readonly [types: string, elements: string])[] = [
  ['DT_SCHEDULE DT_SCHEDULE_UPDATE', 'Unit'],
  ['DT_PARTIC DT_PARTIC_UPDATE', 'Participant'],
  ['DT_PARTIC_TEAMS DT_PARTIC_TEAMS_UPDATE', 'Team'],
  ['DT_PARTIC_HORSES DT_PARTIC_HORSES_UPDATE', 'Horse'],
  ['DT_PARTIC_NAME', 'Participant Team Horse'],
  ['DT_ENTRIES', 'Entry'],
  [
    'DT_RESULT DT_RESULT_ANALYSIS DT_CURRENT DT_PHASE_RESULT DT_CUMULATIVE_RESULT DT_POOL_STANDING DT_RANKING',
    'Result',
  ],
  ['DT_PLAY_BY_PLAY', 'Result'],
  ['DT_BRACKETS', 'Bracket'],
  ['DT_STATS', 'Stats'],
  ['DT_MEDALLISTS', 'Medal'],
  ['DT_MEDALLISTS_DAY DT_MEDALLISTS_DISCIPLINE', 'Discipline'],
  ['DT_MEDALS', 'MedalStandings'],
  ['DT_RECORD', 'Record'],
  ['DT_COMMUNICATION', 'Communication'],
  ['DT_WEATHER', 'Weather'],
  ['DT_VEN_COND', 'Venue'],
  ['DT_CODES', 'CodeSet'],
  ['DT_CONFIG', 'Config Configs'],
  ['DT_IMAGE', 'Image'],
  ['DT_PDF', 'PDFData'],
];

// Those of which the notes do not say what they hold, or that hold nothing.
const others =
  'DT_PRESENTER DT_KA DT_PING DT_LOCAL_ON DT_LOCAL_OFF DT_PRESSPHOTOFINISH_LK DT_GLOBAL_GM DT_GLOBAL_GN DT_NOTIFICATION DT_PIC DT_AUDIO DT_ESL ' +
  'DT_SCHED_RES_NOC DT_BCK DT_BCK_IMP DT_TRS DT_TRS_IMP DT_ALERT DT_NEWS DT_NEWS_IMP DT_BIO_PAR DT_BIO_PAR_IMP DT_BIO_TEA DT_BIO_TEA_IMP ' +
  'DT_BIO_NOC DT_BIO_NOC_IMP DT_BIO_HOR DT_BIO_HOR_IMP DT_IDK_COMMAND DT_WEA_ALERT DT_TV_TRACKING DT_FED_RANKING DT_FLAGBEARERS ' +
  'DT_CEREMONY_ACTIVITY_LIST DT_CEREMONY_NOC_LIST DT_ACHIEVEMENT';

/** Every document type of ODF2, with the elements that its content stands in where that is known. */
export const documentTypes: ReadonlyMap<string, readonly string[] | undefined> = new Map<
  string,
  readonly string[] | undefined
>([
  ...byContent.flatMap(([types, elements]) => types.split(' ').map((type) => [type, elements.split(' ')] as const)),
  ...others.split(' ').map((type) => [type, undefined] as const),
]);

/** The elements of which `Competition` holds one kind, behind everything else. */
export const contentElements: ReadonlySet<string> = new Set(
  (
    'Result Unit PDFData Bracket Stats Medal Discipline Communication Participant Team Horse Config Configs Competitor Weather Record Image ' +
    'PhotoFinish DirectLink Picture File MedalStandings Document ParticipantBiography TeamBiography HorseBiography Organisation CodeSet Place ' +
    'Venue Presentation Ceremony Entry Audio'
  ).split(' '),
);
