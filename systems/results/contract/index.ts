import { awards } from './award.ts';
import { events, medals, records } from './event.ts';
import { feed } from './feed.ts';
import { history } from './history.ts';
import { gamesImports } from './games-import.ts';
import { messages } from './message.ts';
import { disciplines, organisations, participants, search, teams, venues } from './register.ts';
import { tables } from './tables.ts';
import { timing } from './timing.ts';
import { schedule, units } from './unit.ts';

export { Award } from './award.ts';
export { Action, ActionAthlete, ActionCompetitor, PersonName, Source } from './action.ts';
export { ActionCorrected, ActionRecorded, ActionWithdrawn, FactRecorded, FactWithdrawn } from './events.ts';
export type { ActionFact, StatedFact } from './events.ts';
export { Fact, FactKind } from './fact.ts';
export { FeedArchive, FeedGap, FeedSource, FeedState } from './feed.ts';
export { PastGames, PastLine } from './history.ts';
export { GamesImport } from './games-import.ts';
export { KeptMessage } from './message.ts';
export {
  KeptMapping,
  MemberReading,
  RowReading,
  TableFault,
  TableField,
  TableMapping,
  TableReading,
  TableTarget,
} from './tables.ts';
export { KeptInput, TimedStarter, TimedUnitSummary, TimingDeed, TimingInput, TimingState } from './timing.ts';
export { DetailedValue, LocalName, Rsc } from './vocabulary.ts';
export {
  Communication,
  Period,
  Picture,
  ResultItem,
  Split,
  UnitAction,
  UnitCompetitor,
  UnitDetail,
  UnitSetting,
  UnitSummary,
  Weather,
} from './unit.ts';
export { Bracket, EventDetail, EventSummary, Medal, MedalLine, RecordEntry, Standing, StandingLine } from './event.ts';
export {
  Discipline,
  Found,
  Organisation,
  OrganisationDetail,
  Participant,
  ParticipantSummary,
  PersonNames,
  Team,
  UnitOutcome,
  Venue,
} from './register.ts';

/**
 * The results of the Games, under `/api/results`. Messages are sent as XML to `POST /api/results/messages`
 * (permission `results.message.send`); the answer is the {@link KeptMessage}. A message as it came in is at
 * `/messages/{id}/original.xml`. Topics for `/changes`:
 * `results.units`, `results.unit.<rsc>`, `results.event.<rsc>`, `results.medals`, `results.register`, `results.messages`, `results.feed`.
 */
export const results = {
  name: 'results',
  contract: {
    schedule,
    units,
    events,
    medals,
    records,
    participants,
    teams,
    organisations,
    disciplines,
    venues,
    search,
    messages,
    feed,
    gamesImports,
    history,
    tables,
    timing,
    awards,
  },
} as const;
