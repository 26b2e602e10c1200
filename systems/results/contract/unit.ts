import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Action, PersonName, Source } from './action.ts';
import { Fact } from './fact.ts';
import { DetailedValue, LocalName, Rsc } from './vocabulary.ts';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such thing in the results.' } };

/** One of the best so far, as lists of units show it; both sides of a game. */
const UnitLeader = z.object({
  code: z.string(),
  name: z.string(),
  organisation: z.string(),
  rank: z.string().nullable(),
  result: z.string().nullable(),
  outcome: z.enum(['W', 'L', 'T']).nullable(),
});

export const UnitSummary = z.object({
  rsc: Rsc,
  competition: z.string(),
  discipline: z.string(),
  event: z.string().describe('RSC of the event.'),
  eventName: LocalName,
  name: LocalName,
  day: z.iso
    .date()
    .nullable()
    .describe('Logical day at the venue: a session past midnight belongs to the day that it began on.'),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  offset: z
    .string()
    .nullable()
    .describe('Offset from UTC at the venue when it starts, "+01:00"; for showing the local time there.'),
  isStartHidden: z.boolean().describe('The time only orders the units; ODF HideStartDate.'),
  startText: LocalName.describe('Instead of a time: "followed by".'),
  order: z.number().nullable().describe('ODF Unit/@Order: among units that start together.'),
  phaseType: z.string().nullable().describe('ODF PhaseType: 3 competition, 5 ceremony…'),
  number: z.string().nullable().describe('ODF UnitNum.'),
  medal: z.enum(['none', 'gold', 'bronze', 'any']).describe('Which medals are decided in it.'),
  session: z.string().nullable(),
  venue: z.string().nullable(),
  venueName: z.string().nullable(),
  location: z.string().nullable(),
  locationName: z.string().nullable(),
  scheduleStatus: z.string().nullable().describe('ODF ScheduleStatus: SCHEDULED, RUNNING, FINISHED…'),
  resultStatus: z.string().nullable().describe('ODF ResultStatus: START_LIST, LIVE, OFFICIAL…'),
  leaders: z
    .array(UnitLeader)
    .describe('The first three places, up to six where they are shared, or both sides of a game.'),
});
export type UnitSummary = z.infer<typeof UnitSummary>;

export const Split = z.object({
  position: z.string(),
  code: z.string().nullable().describe('Which kind of intermediate it is.'),
  result: z.string().nullable(),
  rank: z.string().nullable(),
  diff: z.string().nullable(),
});

/** Rank and mark in one part of a whole: a run, a heat, a leg, a game. */
export const ResultItem = z.object({
  unit: z.string().nullable(),
  order: z.string().nullable(),
  rank: z.string().nullable(),
  result: z.string().nullable(),
  diff: z.string().nullable(),
  invalidMark: z.string().nullable(),
});

export const RecordMark = z.object({ code: z.string(), type: z.string(), isEqualled: z.boolean() });

export const UnitCompetitor = z.object({
  code: z.string(),
  kind: z.enum(['athlete', 'team']),
  name: z.string(),
  organisation: z.string(),
  side: z.enum(['home', 'away']).nullable(),
  bib: z.string().nullable(),
  startOrder: z.string().nullable(),
  rank: z.string().nullable(),
  isRankShared: z.boolean(),
  result: z.string().nullable(),
  diff: z.string().nullable(),
  penalty: z.string().nullable(),
  invalidMark: z.string().nullable().describe('ODF IRM: DNF, DSQ…'),
  outcome: z.enum(['W', 'L', 'T']).nullable(),
  qualification: z.string().nullable().describe('ODF QualificationMark: Q, q…'),
  isCurrent: z.boolean().describe('On course, on ice or next now.'),
  isProvisional: z.boolean().describe('A time that is not checked yet, or a photo finish that is not decided.'),
  splits: z.array(Split),
  items: z.array(ResultItem),
  details: z
    .array(DetailedValue)
    .describe('What the sport adds: marks of judges, elements, shooting, gates; then lane, pair, course (type EUE).'),
  records: z.array(RecordMark),
  athletes: z.array(
    z.object({
      code: z.string(),
      name: PersonName,
      bib: z.string().nullable(),
      role: z.string().nullable(),
      order: z.string().nullable(),
      details: z.array(DetailedValue).default([]).describe('What is counted of this member: the leg of a relay.'),
    }),
  ),
});
export type UnitCompetitor = z.infer<typeof UnitCompetitor>;

export const UnitAction = Action.extend({
  source: Source,
  isCorrected: z.boolean().describe('It was said otherwise before.'),
});

export const Weather = z.object({
  place: z.string().nullable().describe('Where it was measured: TOP, START, VENUE…'),
  at: z.iso.datetime().nullable(),
  sky: z.string().nullable(),
  snow: z.string().nullable(),
  temperatures: z.array(z.object({ code: z.string(), value: z.string(), unit: z.string().nullable() })),
  humidity: z.string().nullable(),
  windSpeed: z.string().nullable(),
  windUnit: z.string().nullable(),
  windDirection: z.string().nullable(),
  source: Source,
});
export type Weather = z.infer<typeof Weather>;

/** A decision of a jury, a protest, or a notice: ODF DT_COMMUNICATION. */
export const Communication = z.object({
  id: z.string(),
  kind: z.enum(['decision', 'protest', 'notice']),
  unit: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  status: z.string().nullable().describe('Of a protest: filed, upheld, rejected…, as the feed writes it.'),
  source: Source,
});
export type Communication = z.infer<typeof Communication>;

/** How a unit is run: its course or hill, how many go on, its rules. ODF DT_CONFIG, of it or of its event. */
export const UnitSetting = z.object({
  group: z.string().nullable().describe('What it is a part of: COURSE, INTERMEDIATE…'),
  code: z.string().describe('As the sport has it: LENGTH, HILL_SIZE…'),
  position: z.string().nullable(),
  value: z.string(),
  source: Source,
});
export type UnitSetting = z.infer<typeof UnitSetting>;

/** A picture that belongs to a unit: a photo finish, a chart of shots. ODF DT_IMAGE. */
export const Picture = z.object({
  kind: z.string().describe('ODF ImageType.'),
  title: z.string().nullable(),
  description: z.string().nullable(),
  address: z.string().describe('Path of the picture on this server, or where the message says that it is.'),
  isShown: z.boolean().describe('Whether a page can show it; else it is elsewhere.'),
  source: Source,
});
export type Picture = z.infer<typeof Picture>;

/** Who officiates. */
const UnitOfficial = z.object({
  code: z.string(),
  name: PersonName,
  organisation: z.string(),
  function: z.string().nullable(),
});

export const Period = z.object({
  code: z.string(),
  home: z.string().nullable().describe('Score at its end.'),
  away: z.string().nullable(),
  homeInPeriod: z.string().nullable(),
  awayInPeriod: z.string().nullable(),
});

/** Everything that is known of a unit. */
export const UnitDetail = UnitSummary.extend({
  competitors: z.array(UnitCompetitor),
  actions: z.array(UnitAction),
  withdrawn: z.array(UnitAction).describe('Actions that were said before and are no longer; as they were.'),
  clock: z.object({ period: z.string().nullable(), time: z.string(), running: z.boolean() }).nullable(),
  periods: z.array(Period),
  officials: z.array(UnitOfficial),
  weather: z.array(Weather),
  communications: z.array(Communication),
  settings: z.array(UnitSetting),
  pictures: z.array(Picture),
  facts: z.array(Fact).describe('Newest first.'),
  progress: z.object({ total: z.number(), complete: z.number() }).nullable(),
  medals: z
    .array(z.object({ code: z.string(), medal: z.enum(['gold', 'silver', 'bronze']) }))
    .describe(
      'Who won which medal of its event, where it decides any: a rank in the last of several runs brings none.',
    ),
  source: Source.nullable(),
});
export type UnitDetail = z.infer<typeof UnitDetail>;

export const schedule = {
  days: route
    .route({ method: 'GET', path: '/schedule', summary: 'The days of the Games' })
    .meta({ permission: 'results.unit.read' })
    .output(
      z.object({
        zone: z.string().describe('Time zone of the Games (IANA).'),
        days: z.array(
          z.object({
            day: z.iso.date(),
            units: z.number().int(),
            medalUnits: z.number().int(),
            disciplines: z.array(z.string()),
            venues: z.array(z.string()),
          }),
        ),
      }),
    ),
  day: route
    .route({ method: 'GET', path: '/schedule/{day}', summary: 'Units of a logical day, by start' })
    .meta({ permission: 'results.unit.read' })
    .input(
      z.object({
        day: z.iso.date(),
        discipline: z.string().length(3).optional(),
        venue: z.string().max(20).optional(),
      }),
    )
    .output(z.object({ day: z.iso.date(), items: z.array(UnitSummary) })),
};

export const units = {
  list: route
    .route({ method: 'GET', path: '/units', summary: 'Units by start, latest first' })
    .meta({ permission: 'results.unit.read' })
    .input(
      z.object({
        discipline: z.string().length(3).optional(),
        date: z.iso.date().optional().describe('Logical date.'),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ items: z.array(UnitSummary) })),
  read: route
    .route({ method: 'GET', path: '/units/{rsc}', summary: 'A unit with its competitors, play-by-play and facts' })
    .meta({ permission: 'results.unit.read' })
    .input(z.object({ rsc: Rsc }))
    .output(UnitDetail)
    .errors(notFound),
};
