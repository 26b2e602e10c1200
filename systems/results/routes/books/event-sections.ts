import type { PrintBlock, PrintSection } from '@altis/print';
import type { EventDetail, UnitDetail } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import type { BookMaking } from './book.ts';
import { bracketBlocks } from './bracket-blocks.ts';
import { tableOf } from './competitor-cells.ts';
import { medalBlocks } from './medal-blocks.ts';
import { footOf, headOf } from './page-lines.ts';
import { recordBlocks } from './record-blocks.ts';
import { scheduleTable } from './schedule-blocks.ts';
import { standingBlocks } from './standing-table.ts';
import { communicationBlocks } from './surroundings.ts';
import { unitSection } from './unit-section.ts';
import { dayText } from './venue-time.ts';

/** An event: how it ended, who was entered, and then the report of each of its units. */
export async function eventSections(event: EventDetail, making: BookMaking): Promise<PrintSection[]> {
  const units: UnitDetail[] = [];
  for (const { rsc } of event.phases.flatMap((phase) => phase.units)) units.push(await making.api.units.read({ rsc }));
  const told = units.filter(({ competitors }) => competitors.length > 0);
  return [summary(event, making), ...told.map((unit) => unitSection(unit, making))];
}

function summary(event: EventDetail, making: BookMaking): PrintSection {
  const { texts, disciplines } = making;
  const name = texts.name(event.name);
  const discipline = disciplines.get(event.discipline) ?? event.discipline;
  const units = event.phases.flatMap((phase) => phase.units);
  const names = new Map(event.entries.map((entry) => [entry.code, entry.name]));
  const days = event.days.map((day) => dayText(day, texts));
  const [source] = [...event.standings, ...event.medals, ...event.brackets].map((each) => each.source);
  const blocks: PrintBlock[] = [
    {
      kind: 'title',
      text: name,
      below: discipline,
      report: texts.book('event'),
      isProvisional: false,
    },
    {
      kind: 'facts',
      facts: [
        { label: texts.book('status'), value: texts.words(`event.${event.status}`) },
        ...(days.length === 0
          ? []
          : [{ label: texts.book('date'), value: [...new Set([days[0], days.at(-1)])].join(' – ') }]),
      ],
    },
    ...medalBlocks(event.medals, texts),
    ...inOrder(event.standings).flatMap((standing) => standingBlocks(standing, { event: name, names }, texts)),
    ...bracketBlocks(event.brackets, texts),
    ...recordBlocks(event.records, texts),
    ...communicationBlocks(event.communications, texts),
    ...(units.length === 0
      ? []
      : [
          { kind: 'heading', text: texts.book('schedule') } as const,
          scheduleTable(
            units,
            { groupBy: ({ day }) => (day === null ? '' : dayText(day, texts)), withEvent: false },
            making,
          ),
        ]),
    ...entryBlocks(event.entries, texts),
  ];
  const games = units[0]?.competition ?? '';
  return { head: headOf(games, discipline, name), foot: footOf(event.rsc, source ?? null, texts), blocks };
}

/** The ranking of the event first, then totals that say something else, phases and pools by their codes. */
function inOrder(standings: EventDetail['standings']): EventDetail['standings'] {
  const kinds = ['ranking', 'cumulative', 'phase', 'pool'];
  const ranking = standings.find(({ kind }) => kind === 'ranking');
  const said = (standing: (typeof standings)[number]) =>
    JSON.stringify(standing.lines.map(({ code, rank, result }) => [code, rank, result]));
  return standings
    .filter((each) => each.kind !== 'cumulative' || ranking === undefined || said(each) !== said(ranking))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.rsc.localeCompare(b.rsc));
}

function entryBlocks(entries: EventDetail['entries'], texts: NamedTexts): PrintBlock[] {
  if (entries.length === 0) return [];
  const table = tableOf<EventDetail['entries'][number]>(
    [
      { title: texts.words('list.bib'), align: 'end', cell: ({ bib }) => bib },
      { title: texts.words('list.name'), align: 'start', isWide: true, cell: (entry) => texts.competitor(entry) },
      { title: texts.book('organisation'), align: 'start', cell: ({ organisation }) => organisation },
    ],
    entries.toSorted((a, b) => a.organisation.localeCompare(b.organisation) || a.name.localeCompare(b.name)),
  );
  return [{ kind: 'heading', text: `${texts.book('entryList')} (${entries.length})` }, table];
}
