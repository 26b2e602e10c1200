import type { PrintBlock, PrintSection } from '@altis/print';
import type { UnitSummary } from '../../contract/index.ts';
import type { Book, BookMaking } from './book.ts';
import { eventSections } from './event-sections.ts';
import { medalBlocks, medalTable } from './medal-blocks.ts';
import { footOf, headOf } from './page-lines.ts';
import { recordBlocks } from './record-blocks.ts';
import { scheduleTable } from './schedule-blocks.ts';
import { unitName, unitSection } from './unit-section.ts';
import { dayText } from './venue-time.ts';

/** Composes the book at a path; undefined where there is none. Throws what the contract's routes throw. */
export async function bookOf(path: string, making: BookMaking): Promise<Book | undefined> {
  const [, folder = '', code = ''] = /^(?:([a-z]+)\/)?([^/]+)\.pdf$/.exec(path) ?? [];
  if (folder === 'units') return unitBook(code, making);
  if (folder === 'events') return eventBook(code, making);
  if (folder === 'days') return dayBook(code, making);
  if (folder === 'disciplines') return disciplineBook(code, making);
  if (folder === '' && code === 'medals') return medalBook(making);
  return undefined;
}

async function unitBook(rsc: string, making: BookMaking): Promise<Book> {
  const unit = await making.api.units.read({ rsc });
  const parts = [making.texts.name(unit.eventName), unitName(unit, making.texts)].filter((part) => part !== '');
  return { title: parts.join(' – '), file: `results-${rsc}`, sections: [unitSection(unit, making)] };
}

async function eventBook(rsc: string, making: BookMaking): Promise<Book> {
  const event = await making.api.events.read({ rsc });
  const title = making.texts.name(event.name);
  return { title, file: `results-${rsc}`, sections: await eventSections(event, making) };
}

async function dayBook(day: string, making: BookMaking): Promise<Book> {
  const { texts, api } = making;
  const { items } = await api.schedule.day({ day });
  const title = dayText(day, texts);
  const games = items[0]?.competition ?? '';
  const schedule = scheduleTable(items, { groupBy: () => '', withEvent: true }, making);
  const medals = await api.medals.list({ day });
  const blocks: PrintBlock[] = [
    { kind: 'title', text: title, below: '', report: texts.book('day'), isProvisional: false },
    items.length === 0 ? { kind: 'text', text: texts.book('nothing') } : schedule,
    ...medalBlocks(medals.items, texts),
  ];
  const section = { head: headOf(games, texts.book('day'), title), foot: footOf(day, null, texts), blocks };
  return { title, file: `day-${day}`, sections: [section] };
}

async function disciplineBook(code: string, making: BookMaking): Promise<Book> {
  const { texts, api } = making;
  const discipline = await api.disciplines.read({ code });
  const title = texts.name(discipline.name);
  const events: PrintSection[] = [];
  const units: UnitSummary[] = [];
  for (const { rsc } of discipline.eventList) {
    const event = await api.events.read({ rsc });
    units.push(...event.phases.flatMap((phase) => phase.units));
    events.push(...(await eventSections(event, making)));
  }
  const medals = await api.medals.list({ discipline: code });
  const records = await api.records.list({ discipline: code });
  const byDay = { groupBy: ({ day }: UnitSummary) => (day === null ? '' : dayText(day, texts)), withEvent: true };
  const blocks: PrintBlock[] = [
    { kind: 'title', text: title, below: '', report: texts.book('discipline'), isProvisional: false },
    ...(units.length === 0 ? [] : [{ kind: 'heading', text: texts.book('schedule') } as const]),
    units.length === 0 ? { kind: 'text', text: texts.book('nothing') } : scheduleTable(units, byDay, making),
    ...medalBlocks(medals.items, texts),
    ...recordBlocks(records.items, texts),
  ];
  const cover = { head: headOf(units[0]?.competition ?? '', title), foot: footOf(code, null, texts), blocks };
  return { title, file: `result-book-${code}`, sections: [cover, ...events] };
}

async function medalBook({ api, texts }: BookMaking): Promise<Book> {
  const { lines, events, finished } = await api.medals.table({});
  const { items } = await api.medals.list({});
  const [unit] = (await api.units.list({ limit: 1 })).items;
  const title = texts.words('medals.table');
  const blocks: PrintBlock[] = [
    {
      kind: 'title',
      text: title,
      below: texts.words('medals.decided', { finished, events }),
      report: texts.book('medals'),
      isProvisional: false,
    },
    lines.length === 0 ? { kind: 'text', text: texts.words('medals.none') } : medalTable(lines, texts),
    ...medalBlocks(items, texts),
  ];
  const section = {
    head: headOf(unit?.competition ?? '', title),
    foot: footOf('', items[0]?.source ?? null, texts),
    blocks,
  };
  return { title, file: 'medals', sections: [section] };
}
