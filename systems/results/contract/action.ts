import * as z from 'zod';

/** A name per purpose, as ODF carries them: print is "FAMILY Given", TV is "Given FAMILY"; local is in the athlete's own script. */
export const PersonName = z.object({
  print: z.string(),
  tv: z.string(),
  family: z.string().nullable(),
  given: z.string().nullable(),
  local: z.string().nullable(),
});

export type PersonName = z.infer<typeof PersonName>;

export const ActionAthlete = z.object({
  code: z.string().describe('Participant code, the same in all messages of a Games.'),
  name: PersonName,
  organisation: z.string().describe('Three-letter code.'),
  role: z.string().nullable().describe('What the athlete did in this action: SCR, ASSIST1, GK…'),
  bib: z.string().nullable(),
});

export const ActionCompetitor = z.object({
  code: z.string(),
  kind: z.enum(['athlete', 'team']),
  name: z.string(),
  organisation: z.string(),
  athletes: z.array(ActionAthlete),
});

/** One action of a unit's play-by-play. */
export const Action = z.object({
  id: z.string().describe('ODF Action/@Id: stable through corrections.'),
  unit: z.string().length(34).describe('RSC of the unit.'),
  discipline: z.string().length(3),
  code: z.string().describe('ODF Action/@Action: GOAL, P, SHOT…'),
  result: z.string().nullable().describe('ODF Action/@Result: PP1, EQ…'),
  comment: z.string().nullable(),
  period: z.string().nullable(),
  order: z.number(),
  clock: z.string().nullable().describe('Match clock as ODF writes it, mm:ss.'),
  at: z.iso
    .datetime({ offset: true })
    .nullable()
    .describe('ODF Action/@TimeStamp: when it happened, for alignment to video.'),
  homeScore: z.string().nullable(),
  awayScore: z.string().nullable(),
  home: z.string().nullable().describe('Competitor code of the home side.'),
  away: z.string().nullable(),
  competitors: z.array(ActionCompetitor),
});
export type Action = z.infer<typeof Action>;

/** The message that a fact came from: every fact can show it. */
export const Source = z.object({
  message: z.string().describe('Id of the kept message.'),
  documentType: z.string(),
  version: z.number().int(),
  issuedAt: z.string().describe('Date and time in the message’s header, ISO 8601.'),
});
export type Source = z.infer<typeof Source>;
