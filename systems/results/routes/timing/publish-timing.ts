import { problem } from '@altis/kernel';
import { atVenue } from '../../domain/at-venue.ts';
import { nameOfEntrant } from '../../domain/race-list.ts';
import { composeDecision, isDecision } from '../../domain/timing/compose-decision.ts';
import { composeSchedule } from '../../domain/timing/compose-schedule.ts';
import { composeTiming } from '../../domain/timing/compose-timing.ts';
import { timingSheet, type TimingSheet } from '../../domain/timing/timing-sheet.ts';
import { offsetAtVenue } from '../../domain/venue-clock.ts';
import { resultsSettings } from '../../settings.ts';
import { findScheduledUnits } from '../../store/claims.ts';
import { findCompetition } from '../../store/competition.ts';
import { findTimedUnit, listInputs, notePublished, type KeptTimingInput } from '../../store/timing.ts';
import { findUnits } from '../../store/units.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { heldVersion, writeOdf, type Confirmed } from '../write-odf.ts';

/** Writes the DT_RESULT of a unit that is timed here, where it does not say all inputs yet, and what the schedule says of it. */
export async function publishTiming(room: ResultsRoom, unit: string, confirmed: Confirmed = {}): Promise<void> {
  const timed = await findTimedUnit(room.db, unit);
  const inputs = await listInputs(room.db, unit);
  if (timed === undefined || inputs.length === 0 || timed.published >= inputs.length) return;
  const about = await aboutUnit(room, unit);
  let published = 0;
  const compose = async () => {
    const { sheet, count } = await currentSheet(room, unit);
    published = count;
    return composeTiming(sheet, { ...about, unit });
  };
  await writeOdf(room, 'timing', compose, confirmed);
  await publishSchedule(room, unit, about);
  await publishDecisions(room, unit, about);
  await notePublished(room.db, unit, published);
}

/** Inputs of a unit as the sheet takes them. */
export function deedsOf(inputs: readonly KeptTimingInput[]) {
  return inputs.map(({ id, at, deed }) => ({ id, atMs: at.getTime(), deed }));
}

async function currentSheet({ db }: ResultsRoom, unit: string): Promise<{ sheet: TimingSheet; count: number }> {
  const inputs = await listInputs(db, unit);
  const { starters = [] } = (await findTimedUnit(db, unit)) ?? {};
  return { sheet: timingSheet(starters, deedsOf(inputs)), count: inputs.length };
}

type About = { readonly competition: string; readonly day: string; readonly shownAt: (epochMs: number) => string };

async function aboutUnit({ db, config, clock }: ResultsRoom, unit: string): Promise<About> {
  const { timeZone, competition: own } = config.section(resultsSettings);
  const competition = own ?? (await findCompetition(db));
  const summary = (await findUnits(db, [unit])).get(unit);
  if (competition === undefined || summary === undefined)
    throw problem('NOT_FOUND', `There is no unit ${unit}.`, {
      remedy: 'It appears with the schedule or its first message.',
    });
  const shownAt = (epochMs: number) =>
    atVenue(new Date(epochMs).toISOString(), offsetAtVenue(epochMs, summary, timeZone));
  return { competition, day: summary.day ?? new Date(clock.now()).toISOString().slice(0, 10), shownAt };
}

/** Each decision with a reason is told once, and taken back when it is undone. */
async function publishDecisions(room: ResultsRoom, unit: string, about: About): Promise<void> {
  const inputs = await listInputs(room.db, unit);
  const { sheet } = await currentSheet(room, unit);
  for (const [place, { id, deed, at }] of inputs.entries()) {
    if (!isDecision(deed) || !('bib' in deed)) continue;
    const isUndone = sheet.undone.has(id);
    const bib = sheet.assigned.get(id) ?? deed.bib;
    const entrant = sheet.races.find((race) => race.bib === bib)?.entrant;
    // Nobody knows yet whom it is about.
    if (bib === null || (entrant === undefined && !isUndone)) continue;
    const name = entrant === undefined ? '' : nameOfEntrant(entrant);
    const message = composeDecision({ deed, bib, at: at.toISOString(), name, isUndone }, { ...about, unit }, place + 1);
    const said = await heldVersion(room, message);
    if (said < (isUndone ? 2 : 1) && !(isUndone && said === 0)) await writeOdf(room, 'timing', () => message);
  }
}

/** A unit is running from its first start, and finished when its results are official. */
async function publishSchedule(room: ResultsRoom, unit: string, about: About): Promise<void> {
  const { sheet } = await currentSheet(room, unit);
  const scheduled = (await findScheduledUnits(room.db, [unit])).get(unit);
  const status = sheet.status === 'OFFICIAL' ? 'FINISHED' : sheet.startedAtMs === null ? undefined : 'RUNNING';
  if (scheduled === undefined || status === undefined || scheduled.status === status) return;
  const startedAt = sheet.startedAtMs === null ? null : about.shownAt(sheet.startedAtMs);
  await writeOdf(room, 'timing', () => composeSchedule(scheduled, status, { ...about, startedAt }));
}
