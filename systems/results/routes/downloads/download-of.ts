import type { Client } from '@altis/kernel';
import type { ParticipantSummary, results, UnitDetail, UnitSummary } from '../../contract/index.ts';
import { calendarFile, type CalendarEntry } from '../../domain/downloads/calendar-file.ts';
import { csvFile } from '../../domain/downloads/csv-file.ts';
import {
  competitorColumns,
  eventColumns,
  medalColumns,
  nameIn,
  participantColumns,
  unitColumns,
} from '../../domain/downloads/sheets.ts';

export type Download = { readonly name: string; readonly type: string; readonly body: string };

export type DownloadOptions = {
  readonly language: string;
  readonly mark: boolean;
  readonly organisation?: string | undefined;
  readonly discipline?: string | undefined;
  readonly now: Date;
};

type Api = Client<typeof results.contract>;

/** Makes the file at a path; undefined where there is none. Throws what the contract's routes throw. */
export async function downloadOf(path: string, api: Api, options: DownloadOptions): Promise<Download | undefined> {
  const [, part = '', kind = ''] = /^(.*)\.(csv|json|ics)$/.exec(path) ?? [];
  const [folder, code] = part.split('/', 2);
  const { language, mark: withMark, organisation, discipline } = options;

  if (folder === 'units' && code !== undefined && kind !== 'ics') {
    const unit = await api.units.read({ rsc: code });
    if (kind === 'json') return json(`results-${code}`, unit);
    return csv(`results-${code}`, csvFile(competitorColumns(unit), unit.competitors, { withMark }));
  }
  if (folder === 'events' && code !== undefined && kind !== 'ics') {
    const event = await api.events.read({ rsc: code });
    if (kind === 'json') return json(`event-${code}`, event);
    const units: UnitDetail[] = [];
    for (const { rsc } of event.phases.flatMap((phase) => phase.units)) units.push(await api.units.read({ rsc }));
    const rows = units.flatMap((unit) => unit.competitors.map((competitor) => ({ unit, competitor })));
    return csv(`event-${code}`, csvFile(eventColumns(units, language), rows, { withMark }));
  }
  if (folder === 'days' && code !== undefined) {
    const day = await api.schedule.day({ day: code, discipline });
    if (kind === 'json') return json(`schedule-${code}`, day);
    if (kind === 'csv') return csv(`schedule-${code}`, csvFile(unitColumns(language), day.items, { withMark }));
    const entries = day.items.flatMap((unit) => entryOf(unit, language));
    const body = calendarFile(code, entries, options.now.toISOString());
    return { name: `schedule-${code}.ics`, type: 'text/calendar', body };
  }
  if (kind !== 'csv') return undefined;
  if (part === 'medals') {
    const { lines } = await api.medals.table({ discipline });
    return csv('medals', csvFile(medalColumns(language), lines, { withMark }));
  }
  if (part === 'participants') {
    const people = await listEverybody(api, { organisation, discipline });
    return csv('participants', csvFile(participantColumns, people, { withMark }));
  }
  return undefined;
}

function csv(name: string, body: string): Download {
  return { name: `${name}.csv`, type: 'text/csv', body };
}

function json(name: string, value: unknown): Download {
  return { name: `${name}.json`, type: 'application/json', body: `${JSON.stringify(value, undefined, 2)}\n` };
}

async function listEverybody(
  api: Api,
  filter: { organisation?: string | undefined; discipline?: string | undefined },
): Promise<ParticipantSummary[]> {
  const people: ParticipantSummary[] = [];
  let after: string | undefined;
  do {
    const page = await api.participants.list({ ...filter, onlyAthletes: 'false', limit: 200, after });
    people.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return people;
}

/** A unit in a calendar; none where its time is not known, or says only in which order units follow. */
function entryOf(unit: UnitSummary, language: string): CalendarEntry[] {
  if (unit.startsAt === null || unit.isStartHidden) return [];
  const isOpen = unit.scheduleStatus === 'POSTPONED' || unit.scheduleStatus === 'UNSCHEDULED';
  const event = nameIn(language, unit.eventName);
  const name = nameIn(language, unit.name);
  return [
    {
      id: `${unit.competition}-${unit.rsc}`,
      startsAt: unit.startsAt,
      endsAt: unit.endsAt,
      title: [...new Set([event, name])].filter((each) => each !== '').join(', '),
      place: [unit.venueName ?? unit.venue, unit.locationName].filter((each) => each).join(', '),
      category: unit.discipline,
      status: unit.scheduleStatus === 'CANCELLED' ? 'CANCELLED' : isOpen ? 'TENTATIVE' : 'CONFIRMED',
    },
  ];
}
