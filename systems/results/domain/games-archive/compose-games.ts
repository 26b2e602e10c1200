import type { ContentDraft, HeaderDraft } from '@altis/odf';
import { localDateTime } from '../local-time.ts';
import { composeCodes } from './compose-codes.ts';
import { composeMedallists, composeMedalTable } from './compose-medals.ts';
import { composeParticipants, composeTeams } from './compose-people.ts';
import { composeResults } from './compose-results.ts';
import { composeUnit, goldUnits } from './compose-units.ts';
import { cell, type GamesArchive } from './games-archive.ts';
import { disciplineRsc, knownEvents, phaseOfCode, resultsByUnit } from './known-events.ts';
import { planUnits, type PlannedUnit } from './plan-units.ts';
import { noteUnplaced, type Unplaced } from './unplaced.ts';

/** A message that an archive makes. */
export type ArchivedMessage = { readonly header: HeaderDraft; readonly content: ContentDraft };

export type ComposedGames = {
  /** Lists, which may be long; they come first, one after the other. */
  readonly lists: readonly ArchivedMessage[];
  /** Results of units and medals of events, each about something else. */
  readonly documents: readonly ArchivedMessage[];
  /** What could not be told, or only in part, and why. */
  readonly unplaced: readonly Unplaced[];
};

/** Under which code the Games are kept, the version that all messages have, and the zone in which headers are dated. */
export type GamesOptions = { readonly competition: string; readonly version: number; readonly zone: string };

/**
 * Tells a whole Games as ODF: names of codes, people, teams, schedule by discipline, results by unit, medals by event, and
 * the medal table. The same archive gives the same messages, so that taking it in again changes nothing. Messages are dated
 * as the archive dates what they tell; lists on the day before.
 */
export function composeGames(archive: GamesArchive, options: GamesOptions): ComposedGames {
  const unplaced = noteUnplaced();
  const known = knownEvents(archive);
  const all = resultsByUnit(archive.results);
  const isPhase = (rsc: string): boolean => rsc === phaseOfCode(rsc);
  const results = new Map([...all].filter(([rsc]) => !isPhase(rsc)));
  const venues = new Map(archive.schedules.map((row) => [cell(row, 'venue'), cell(row, 'venue_code')]));
  const units = planUnits(results, archive.schedules, known, unplaced);
  const gold = goldUnits(archive, known);
  const days = archive.results.map((row) => Date.parse(cell(row, 'date'))).filter(Number.isFinite);
  const firstMs = days.reduce((left, right) => Math.min(left, right), Infinity);
  const lastMs = days.reduce((left, right) => Math.max(left, right), -Infinity);

  const write = (
    atMs: number,
    header: Pick<HeaderDraft, 'documentType' | 'documentCode'> & Partial<HeaderDraft>,
    content: ContentDraft,
  ): ArchivedMessage => ({ header: headerOf(atMs, header, options), content });
  const ofGames = { documentCode: 'GEN'.padEnd(34, '-') };
  const before = (Number.isFinite(firstMs) ? firstMs : 0) - dayMs;

  const lists = [
    ...composeCodes(archive, known).map(({ table, content }) =>
      write(
        before,
        { documentType: 'DT_CODES', documentSubtype: table, documentSubcode: 'ARCHIVE', ...ofGames },
        content,
      ),
    ),
    write(before, { documentType: 'DT_PARTIC', ...ofGames }, composeParticipants(archive, known, unplaced)),
    write(before, { documentType: 'DT_PARTIC_TEAMS', ...ofGames }, composeTeams(archive, known, unplaced)),
    ...Array.from(
      Map.groupBy(units, ({ rsc }) => rsc.slice(0, 3)),
      ([discipline, of]) =>
        write(
          before,
          { documentType: 'DT_SCHEDULE', documentCode: disciplineRsc(discipline) },
          {
            kind: 'schedule',
            units: of.map((unit, at) => composeUnit(unit, at + 1, gold)),
          },
        ),
    ),
  ].filter(({ content }) => !isEmpty(content));

  const medals = composeMedallists(archive, results, known, unplaced);
  const documents = [
    ...units
      .filter((unit) => unit.results.length > 0)
      .toSorted((left, right) => endOf(left) - endOf(right))
      .map((unit) => {
        const header = { documentType: 'DT_RESULT', documentCode: unit.rsc, resultStatus: 'OFFICIAL' } as const;
        return write(endOf(unit), { ...header, logicalDate: dayOf(unit) }, composeResults(unit, venues));
      }),
    ...Array.from(all, ([rsc, rows]): PlannedUnit => ({ rsc, plan: undefined, isOfPhase: true, results: rows }))
      .filter(({ rsc }) => isPhase(rsc))
      .map((phase) => {
        const header = { documentType: 'DT_PHASE_RESULT', documentCode: phase.rsc, resultStatus: 'OFFICIAL' } as const;
        const { infos, results: lines } = composeResults(phase, venues);
        return write(
          endOf(phase),
          { ...header, logicalDate: dayOf(phase) },
          { kind: 'standings', infos, results: lines },
        );
      }),
    ...medals.map(({ event, day, content }) => {
      const header = { documentType: 'DT_MEDALLISTS', documentCode: event, resultStatus: 'OFFICIAL' } as const;
      return write(Date.parse(`${day}T21:59:00Z`), { ...header, logicalDate: day }, content);
    }),
    ...(archive.medals_total.length === 0
      ? []
      : [
          write(
            lastMs + dayMs,
            { documentType: 'DT_MEDALS', ...ofGames },
            composeMedalTable(
              archive,
              medals,
              `${localDateTime(lastMs, 'UTC').slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`,
            ),
          ),
        ]),
  ];
  return { lists, documents, unplaced: unplaced.list() };
}

const dayMs = 86_400_000;

function headerOf(
  atMs: number,
  header: Pick<HeaderDraft, 'documentType' | 'documentCode'> & Partial<HeaderDraft>,
  { competition, version, zone }: GamesOptions,
): HeaderDraft {
  const written = localDateTime(Number.isFinite(atMs) ? atMs : 0, zone);
  const date = written.slice(0, 'YYYY-MM-DD'.length);
  const time = written.slice('YYYY-MM-DDT'.length).replace(/[:.]/g, '');
  return {
    competitionCode: competition,
    version,
    feedFlag: 'P',
    date,
    time,
    logicalDate: date,
    source: 'ARCHIVE',
    ...header,
  };
}

function endOf({ results }: PlannedUnit): number {
  return Date.parse(cell(results[0] ?? {}, 'date'));
}

/** The day of the schedule; else that of the venue's clock, as written. */
function dayOf({ plan, results }: PlannedUnit): string {
  return cell(plan ?? {}, 'day') || cell(results[0] ?? {}, 'date').slice(0, 'YYYY-MM-DD'.length);
}

function isEmpty(content: ContentDraft): boolean {
  return (
    (content.kind === 'participants' && content.participants?.length === 0) ||
    (content.kind === 'teams' && content.teams?.length === 0) ||
    (content.kind === 'codes' && content.codes?.length === 0)
  );
}
