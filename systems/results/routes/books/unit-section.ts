import type { PrintBlock, PrintFact, PrintSection } from '@altis/print';
import type { UnitDetail } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import type { BookMaking } from './book.ts';
import { gameBlocks } from './game-blocks.ts';
import { legendBlocks } from './legend.ts';
import { footOf, headOf } from './page-lines.ts';
import { reportOf } from './report.ts';
import { resultTable } from './result-table.ts';
import { surroundingBlocks } from './surroundings.ts';
import { venueTime } from './venue-time.ts';

/** The report of a unit: its start list as long as there is no more, then its results with all that belongs to them. */
export function unitSection(unit: UnitDetail, { texts, disciplines }: BookMaking): PrintSection {
  const { report, note, isProvisional } = reportOf(unit, texts);
  const event = texts.name(unit.eventName);
  const name = unitName(unit, texts);
  const isGame = unit.competitors.some(({ side }) => side !== null);
  const isStartList = report === texts.book('startList');
  const blocks: PrintBlock[] = [
    { kind: 'title', text: event === '' ? name : event, below: event === '' ? '' : name, report, isProvisional },
    { kind: 'facts', facts: factsOf(unit, texts) },
    ...(note === '' ? [] : [{ kind: 'text', text: note } as const]),
    ...(isGame ? gameBlocks(unit, texts) : raceBlocks(unit, isStartList, texts)),
    ...surroundingBlocks(unit, texts),
    ...legendBlocks(unit.competitors, texts),
  ];
  return {
    head: headOf(unit.competition, disciplines.get(unit.discipline) ?? unit.discipline, event, name),
    foot: footOf(unit.rsc, unit.source, texts),
    blocks,
  };
}

/** What a unit is called within its event: feeds often say the event again before it. */
export function unitName({ name, eventName }: Pick<UnitDetail, 'name' | 'eventName'>, texts: NamedTexts): string {
  const [unit, event] = [texts.name(name), texts.name(eventName)];
  if (event === '' || !unit.startsWith(event)) return unit;
  const rest = unit.slice(event.length).replace(/^[\s–—,:·-]+/u, '');
  return rest === '' ? unit : rest;
}

function raceBlocks(unit: UnitDetail, isStartList: boolean, texts: NamedTexts): PrintBlock[] {
  if (unit.competitors.length === 0) return [{ kind: 'text', text: texts.words('list.none') }];
  return [resultTable(unit, isStartList, texts)];
}

function factsOf(unit: UnitDetail, texts: NamedTexts): PrintFact[] {
  const time = venueTime(unit, texts);
  const venue = [texts.venue(unit), unit.locationName ?? (unit.location === unit.venue ? null : unit.location)].filter(
    (each) => each !== null && each !== '',
  );
  const unusual = ['POSTPONED', 'DELAYED', 'CANCELLED', 'INTERRUPTED', 'RESCHEDULED'];
  const isUnusual = unit.scheduleStatus !== null && unusual.includes(unit.scheduleStatus);
  return [
    ...(venue.length === 0 ? [] : [{ label: texts.book('venue'), value: [...new Set(venue)].join(', ') }]),
    ...(time === undefined || time.date === '' ? [] : [{ label: texts.book('date'), value: time.date }]),
    ...(time === undefined || time.withOffset === '' ? [] : [{ label: texts.book('start'), value: time.withOffset }]),
    ...(isUnusual ? [{ label: texts.book('status'), value: texts.word('status', unit.scheduleStatus ?? '') }] : []),
  ];
}
