import { problem } from '@altis/kernel';
import { instantOf, parseDateTime } from '@altis/odf';
import type { LocalName, RowReading, TableTarget } from '../../contract/index.ts';
import {
  competitionCode,
  disciplineCandidates,
  eventRsc,
  finalOf,
  keyOf,
  organisationCandidates,
  venueCode,
} from '../../domain/made-codes.ts';
import type { RaceList, RaceUnit } from '../../domain/race-list.ts';
import { codesOfRows } from '../../domain/tables/codes-of-rows.ts';
import { entrantsOf, organisationOf, organisationsOf } from '../../domain/tables/list-of-rows.ts';
import { unitsOfValues } from '../../domain/tables/unit-codes.ts';
import { venueOffset } from '../../domain/venue-offset.ts';
import { resultsSettings } from '../../settings.ts';
import { findCompetition } from '../../store/competition.ts';
import { findCodeNames } from '../../store/names.ts';
import { listUnitsOfEvents } from '../../store/units.ts';
import type { ResultsRoom } from '../intake/intake.ts';

/** What a table says: who competes, and the title of the column that tells their heats or runs. */
export type ReadList = { readonly competitors: readonly RowReading[]; readonly unitTitle: string };

/** Rows as a list of the units of an event, with codes for everything that has none yet. */
export async function planList(
  room: ResultsRoom,
  { competitors: rows, unitTitle }: ReadList,
  target: TableTarget,
): Promise<RaceList> {
  const { day, kind, status } = target;
  const discipline = await disciplineOf(room, target);
  const rsc = target.event.rsc ?? newEvent(discipline.code, target);
  const organisations = organisationsOf(rows, await knownOrganisations(room, rows));
  const event = { rsc, name: await eventName(room, rsc, target) };
  const units = await unitsIn(room, rows, event, unitTitle);
  const made = codesOfRows(
    units.map((unit) => unit.rows),
    rsc,
    organisations,
  );
  if (!made.ok) throw problem('INVALID_INPUT', made.fault.message, { remedy: made.fault.remedy });
  return {
    kind,
    status: kind === 'start-list' ? 'START_LIST' : status,
    day,
    place: { code: venueCode(target.place), name: target.place },
    discipline,
    event,
    units: units.map(({ rsc: unit, name, rows: of, startsAt }) => ({
      rsc: unit,
      name,
      startsAt: startOf({ ...target, startsAt: startsAt ?? target.startsAt }),
      entrants: entrantsOf(of, kind, rsc, organisations, made.codes),
    })),
    competition: await competitionOf(room, target),
    organisations: [...organisations.values()],
  };
}

type UnitRows = Pick<RaceUnit, 'rsc' | 'name'> & {
  readonly rows: readonly RowReading[];
  /** hh:mm, of the first one who starts; null where the list tells it of one unit alone, or not at all. */
  readonly startsAt: string | null;
};

/** Rows without a unit beside others that have one are of the final. */
async function unitsIn(
  { db }: ResultsRoom,
  rows: readonly RowReading[],
  event: RaceList['event'],
  unitTitle: string,
): Promise<UnitRows[]> {
  const values = rows.flatMap(({ unit }) => unit ?? []);
  const standing = values.length === 0 ? [] : await listUnitsOfEvents(db, [event.rsc]);
  const names = standing.map(({ rsc, name }) => ({ rsc, names: Object.values(name) }));
  const read = unitsOfValues(event, unitTitle, values, names);
  if (!read.ok) throw problem('INVALID_INPUT', read.fault.message, { remedy: read.fault.remedy });
  const named = read.units;
  if (named.size === 0) return [{ rsc: finalOf(event.rsc), name: event.name, rows, startsAt: null }];
  const byUnit = Map.groupBy(rows, ({ unit }) => (unit === null ? finalOf(event.rsc) : named.get(keyOf(unit))?.rsc));
  const labels = new Map([...named.values()].map(({ rsc, label }) => [rsc, label]));
  return Array.from(byUnit, ([rsc = finalOf(event.rsc), of]) => {
    const starts = of.flatMap(({ start }) => start ?? []).toSorted();
    const name = [event.name, labels.get(rsc)].filter(Boolean).join(', ');
    return { rsc, name, rows: of, startsAt: starts[0]?.slice(0, 5) ?? null };
  });
}

function startOf({ day, startsAt, zone }: Pick<TableTarget, 'day' | 'startsAt' | 'zone'>): string {
  const local = parseDateTime(`${day}T${startsAt}:00`);
  try {
    if (local.ok) {
      instantOf(local.value, zone);
      return `${day}T${startsAt}:00${venueOffset(`${day}T${startsAt}:00`, zone) ?? 'Z'}`;
    }
  } catch (cause) {
    const remedy = 'Choose one such as Europe/Rome.';
    throw problem('INVALID_INPUT', `There is no time zone "${zone}".`, { remedy, cause });
  }
  throw problem('INVALID_INPUT', `There is no day "${day}".`, { remedy: 'Write it as YYYY-MM-DD.' });
}

async function disciplineOf({ db }: ResultsRoom, { discipline, event }: TableTarget): Promise<RaceList['discipline']> {
  if (event.rsc !== null) return { code: event.rsc.slice(0, 3), name: null };
  if (discipline.code !== null) {
    const known = (await findCodeNames(db, 'discipline', [discipline.code])).get(discipline.code);
    const isNew = known === undefined && discipline.name !== '';
    return { code: discipline.code, name: isNew ? discipline.name : null };
  }
  if (discipline.name === '') {
    throw problem('INVALID_INPUT', 'The competition has no discipline.', { remedy: 'Choose one, or write its name.' });
  }
  const candidates = disciplineCandidates(discipline.name);
  const known = await findCodeNames(db, 'discipline', candidates);
  const code = candidates.find((each) => !known.has(each) || isCalled(known.get(each), discipline.name));
  if (code === undefined)
    throw problem('CONFLICT', 'No code is free for the discipline.', { remedy: 'Write its name otherwise.' });
  return { code, name: discipline.name };
}

function newEvent(discipline: string, { event }: TableTarget): string {
  if (event.name === '') {
    throw problem('INVALID_INPUT', 'The event has no name.', { remedy: 'Write one, such as "10 km".' });
  }
  return eventRsc(discipline, event.gender, event.name);
}

async function eventName({ db }: ResultsRoom, rsc: string, { event }: TableTarget): Promise<string> {
  if (event.name !== '') return event.name;
  const known = (await findCodeNames(db, 'event', [rsc])).get(rsc) ?? {};
  return known['en'] ?? Object.values(known)[0] ?? rsc.slice(4, 22).replace(/-+$/, '');
}

async function competitionOf(
  { db, config }: ResultsRoom,
  { competition, day }: TableTarget,
): Promise<RaceList['competition']> {
  const held = config.section(resultsSettings).competition ?? (await findCompetition(db));
  if (held !== undefined) return { code: held, name: null };
  if (competition !== undefined) return { code: competitionCode(competition, day.slice(0, 4)), name: competition };
  throw problem('INVALID_INPUT', 'The competition has no name yet.', {
    remedy: 'Write one, such as "Village race 2030".',
  });
}

/** Names by code of the organisations that the rows may mean, in one language or another. */
async function knownOrganisations({ db }: ResultsRoom, rows: readonly RowReading[]): Promise<Map<string, string>> {
  const names = [...new Set(rows.map(organisationOf))];
  const codes = names.flatMap((name) => (/^[A-Z]{3}$/.test(name) ? [name] : organisationCandidates(name)));
  const known = await findCodeNames(db, 'organisation', codes);
  const wanted = new Set(names.map(keyOf));
  return new Map(
    Array.from(known, ([code, name]) => {
      const texts = Object.values(name);
      return [code, texts.find((text) => wanted.has(keyOf(text))) ?? texts[0] ?? code];
    }),
  );
}

function isCalled(name: LocalName | undefined, wanted: string): boolean {
  return Object.values(name ?? {}).some((text) => keyOf(text) === keyOf(wanted));
}
