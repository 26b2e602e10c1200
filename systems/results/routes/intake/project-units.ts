import { isDeepStrictEqual } from 'node:util';
import { announceAll } from '@altis/events';
import type { CompetitorFacts } from '../../domain/competitor-facts.ts';
import type { Register } from '../../domain/register.ts';
import type { ScheduledUnit } from '../../domain/scheduled-unit.ts';
import { nameLeaders, unitLeaders } from '../../domain/unit-leaders.ts';
import { unitState } from '../../domain/unit-state.ts';
import { eventOf, summariseUnit, type UnitRemark } from '../../domain/unit-summary.ts';
import { goesWithZone } from '../../domain/venue-clock.ts';
import { findScheduledUnits, findSessions } from '../../store/claims.ts';
import { findRegister } from '../../store/register.ts';
import { findDocuments, findRemarks, type DocumentOf, type HeldDocument } from '../../store/documents.ts';
import { deleteOutcomes, writeOutcomes } from '../../store/outcomes.ts';
import { deleteUnits, findKeptUnits, writeUnits, type KeptRow } from '../../store/units.ts';
import type { Intake } from './intake.ts';
import { projectEvents } from './project-events.ts';
import { moveFacts } from './project-facts.ts';
import { projectFoundUnits } from './project-places.ts';

type ProjectOptions = {
  readonly haveResultsChanged?: boolean;
  /** A document that was just written. */
  readonly atHand?: HeldDocument;
};

/**
 * Brings units, what was done in them, and their events up to date with everything that is held. Of lists, which change
 * no results, competitors are read again only where a unit has no results. Returns the units whose name changed.
 */
export async function projectUnits(
  intake: Intake,
  codes: readonly string[],
  { haveResultsChanged = false, atHand }: ProjectOptions = {},
): Promise<{ renamed: readonly string[] }> {
  const { trx, header } = intake;
  const units = [...new Set(codes)];
  const scheduled = await findScheduledUnits(trx, units);
  const sessions = await findSessions(trx, sessionsOf(scheduled));
  const remarks = await findRemarks(trx, units);
  const before = await findKeptUnits(trx, units);
  const leaders = await projectLeaders(intake, units, {
    scheduled,
    remarks,
    before,
    haveResultsChanged,
    atHand,
  });
  const register = await registerOf(intake, [...leaders.values()].flat());

  const changed: KeptRow[] = [];
  const gone: string[] = [];
  for (const rsc of units) {
    const plan = scheduled.get(rsc);
    const said = remarks.get(rsc) ?? [];
    const stated = leaders.get(rsc) ?? [];
    const summary = summariseUnit(rsc, {
      competition: header.competitionCode,
      scheduled: plan,
      session: plan?.session ? sessions.get(plan.session) : undefined,
      remarks: said,
      leaders: nameLeaders(stated, register),
    });
    if (summary === undefined) {
      if (before.has(rsc)) gone.push(rsc);
      continue;
    }
    intake.units.set(rsc, summary);
    const eventName = said.map(({ about }) => about.eventName).find((name) => name !== null) ?? null;
    const row = { summary, leaders: stated, eventName };
    if (!isDeepStrictEqual(row, before.get(rsc))) changed.push(row);
  }
  await writeUnits(trx, changed);
  await deleteUnits(trx, gone);
  await deleteOutcomes(trx, gone);
  const touched = [...changed.map(({ summary }) => summary.rsc), ...gone];
  await projectEvents(intake, eventsChanged(changed, gone, before));
  await projectFoundUnits(trx, [...changed.filter((row) => isFoundOtherwise(row, before)).map(rscOf), ...gone]);
  const topics = touched.map((rsc) => `results.unit.${rsc}`);
  await announceAll(trx, topics.length > 0 ? [...topics, 'results.units'] : []);
  await moveFacts(intake, movedBetweenClocks(changed, gone, before, intake.zone));
  return { renamed: changed.filter((row) => isRenamed(row, before)).map(({ summary }) => summary.rsc) };
}

/** Who leads each unit, under the names of the messages; and writes down what was done where that may be news. */
async function projectLeaders(
  { trx }: Intake,
  units: readonly string[],
  {
    scheduled,
    remarks,
    before,
    haveResultsChanged,
    atHand,
  }: {
    readonly scheduled: ReadonlyMap<string, ScheduledUnit>;
    readonly remarks: ReadonlyMap<string, readonly UnitRemark[]>;
    readonly before: ReadonlyMap<string, KeptRow>;
    readonly haveResultsChanged: boolean;
    readonly atHand: HeldDocument | undefined;
  },
): Promise<Map<string, KeptRow['leaders']>> {
  const hasResults = (rsc: string): boolean => (remarks.get(rsc) ?? []).some(({ kind }) => kind !== 'play-by-play');
  const stale = units.filter((rsc) => haveResultsChanged || !before.has(rsc) || !hasResults(rsc));
  const documents = Map.groupBy(
    await findResults(trx, new Map(stale.filter(hasResults).map((rsc) => [rsc, remarks.get(rsc) ?? []])), atHand),
    ({ subject }) => subject,
  );
  const leaders = new Map(units.map((rsc) => [rsc, before.get(rsc)?.leaders ?? []]));
  const empty: string[] = [];
  const outcomes = new Map<string, readonly CompetitorFacts[]>();
  for (const rsc of stale) {
    const sheet = remarks.get(rsc)?.find(({ kind }) => kind === 'play-by-play');
    const { competitors } = unitState({
      results: documents.get(rsc)?.find(({ kind }) => kind === 'results'),
      current: documents.get(rsc)?.find(({ kind }) => kind === 'current'),
      playByPlay: sheet && { sentAt: '', content: sheet },
      starts: scheduled.get(rsc)?.starts ?? [],
    });
    leaders.set(rsc, unitLeaders(competitors));
    if (competitors.length === 0) empty.push(rsc);
    else outcomes.set(rsc, competitors);
  }
  await writeOutcomes(trx, outcomes);
  await deleteOutcomes(trx, empty);
  return leaders;
}

/** The documents with results that the remarks come from; they need not be fetched where there is only the one at hand. */
async function findResults(
  trx: Intake['trx'],
  remarks: ReadonlyMap<string, readonly UnitRemark[]>,
  atHand: HeldDocument | undefined,
): Promise<DocumentOf<'results' | 'current'>[]> {
  const sheets = [...remarks.values()].flat().filter(({ kind }) => kind !== 'play-by-play');
  if (
    (atHand?.kind === 'results' || atHand?.kind === 'current') &&
    sheets.every(({ message }) => message === atHand.message)
  )
    return [atHand];
  return findDocuments(trx, [...remarks.keys()], ['results', 'current']);
}

async function registerOf({ trx }: Intake, leaders: KeptRow['leaders']): Promise<Register> {
  return findRegister(trx, [...new Set(leaders.map(({ code }) => code))]);
}

function sessionsOf(scheduled: ReadonlyMap<string, ScheduledUnit>): string[] {
  return [...new Set([...scheduled.values()].flatMap(({ session }) => session ?? []))];
}

/** Events of units that changed in what lists of events tell. */
function eventsChanged(
  changed: readonly KeptRow[],
  gone: readonly string[],
  before: ReadonlyMap<string, KeptRow>,
): string[] {
  const told = ({ summary, eventName }: KeptRow) => {
    const { day, scheduleStatus, resultStatus, medal, phaseType } = summary;
    return { day, scheduleStatus, resultStatus, medal, phaseType, eventName };
  };
  const news = changed.filter((row) => {
    const known = before.get(row.summary.rsc);
    return known === undefined || !isDeepStrictEqual(told(row), told(known));
  });
  return [...new Set([...news.map(({ summary }) => summary.event), ...gone.map(eventOf)])];
}

/** Whether the search tells something else of a unit now. */
function isFoundOtherwise({ summary }: KeptRow, before: ReadonlyMap<string, KeptRow>): boolean {
  const told = ({ name, day, venue, venueName }: KeptRow['summary']) => ({ name, day, venue, venueName });
  const known = before.get(summary.rsc);
  return known === undefined || !isDeepStrictEqual(told(summary), told(known.summary));
}

function rscOf({ summary }: KeptRow): string {
  return summary.rsc;
}

/** Units whose venue has other clocks than was known. */
function movedBetweenClocks(
  changed: readonly KeptRow[],
  gone: readonly string[],
  before: ReadonlyMap<string, KeptRow>,
  zone: string,
): string[] {
  const hasMoved = ({ summary }: KeptRow): boolean => {
    const known = before.get(summary.rsc)?.summary;
    if (summary.offset !== (known?.offset ?? null)) return true;
    return summary.startsAt !== known?.startsAt && goesWithZone(summary, zone) !== goesWithZone(known, zone);
  };
  const hadOffset = (rsc: string): boolean => typeof before.get(rsc)?.summary.offset === 'string';
  return [...changed.filter(hasMoved).map(rscOf), ...gone.filter(hadOffset)];
}

function isRenamed({ summary }: KeptRow, before: ReadonlyMap<string, KeptRow>): boolean {
  const known = before.get(summary.rsc);
  return known !== undefined && !isDeepStrictEqual(known.summary.name, summary.name);
}
