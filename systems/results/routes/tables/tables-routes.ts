import { problem } from '@altis/kernel';
import type { TableMapping, TableTarget } from '../../contract/index.ts';
import type { UnsentMessage } from '../../domain/compose-race-list.ts';
import { peopleOf, type RaceList } from '../../domain/race-list.ts';
import { readRows } from '../../domain/tables/read-rows.ts';
import { findTableFile, forgetMapping, keepMapping, listMappings } from '../../store/table-files.ts';
import type { Implementer } from '../contract-implementer.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { planList } from './plan-list.ts';
import { presentTable, requireTable } from './present-table.ts';
import { messagesOf, writeList } from './write-list.ts';
import { requireFree, whatStands } from './what-stands.ts';

/** Start lists and results from tables, and the mappings that were kept for the next ones. */
export function tablesRoutes(os: Implementer, room: ResultsRoom) {
  return {
    tables: {
      preview: os.tables.preview.handler(async ({ input }) => {
        const { file, table } = await openTable(room, input.id);
        return presentTable(file, table, input.mapping);
      }),
      plan: os.tables.plan.handler(async ({ input }) => {
        const { list } = await listOf(room, input);
        const composed = await messagesOf(room, list);
        const messages = composed.map(({ header, content }) => {
          return { documentType: header.documentType, documentCode: header.documentCode, entries: countIn(content) };
        });
        return { ...summaryOf(list), messages, ...(await whatStands(room, list, composed, input.target)) };
      }),
      write: os.tables.write.handler(async ({ input }) => {
        const { list, file } = await listOf(room, input);
        if (!input.mayReplace) await requireFree(room, list, input.target);
        const written = await writeList(room, list, file.name, input);
        const messages = written.map(({ id, documentType, documentCode, version }) => {
          return { id, documentType, documentCode, version };
        });
        return { ...summaryOf(list), messages };
      }),
      mappings: os.tables.mappings.handler(async () => ({ items: await listMappings(room.db) })),
      keep: os.tables.keep.handler(async ({ input }) => {
        await keepMapping(room.db, input);
        return input;
      }),
      forget: os.tables.forget.handler(async ({ input }) => {
        await forgetMapping(room.db, input.name);
        return {};
      }),
    },
  };
}

async function openTable(room: ResultsRoom, id: string) {
  const file = await findTableFile(room.db, id);
  if (file === undefined) {
    throw problem('NOT_FOUND', `There is no table ${id.slice(0, 60)}.`, { remedy: 'Send the file once more.' });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of await room.storage.read(file.object)) chunks.push(chunk as Uint8Array);
  return { file, table: await requireTable(Buffer.concat(chunks), file.name) };
}

async function listOf(room: ResultsRoom, input: { id: string; mapping: TableMapping; target: TableTarget }) {
  const { file, table } = await openTable(room, input.id);
  const { competitors, faults } = readRows(table, input.mapping);
  if (competitors.length === 0) {
    const [first] = faults.filter(({ severity }) => severity === 'error');
    throw problem('INVALID_INPUT', first?.message ?? 'The table has no row that can be written.', {
      remedy: first?.remedy ?? 'Choose above each column what it says.',
    });
  }
  const unitTitle = table.columns[input.mapping.indexOf('unit')] ?? '';
  return { file, list: await planList(room, { competitors, unitTitle }, input.target) };
}

function summaryOf({ units, event, competition, organisations }: RaceList) {
  const entrants = units.flatMap((unit) => unit.entrants);
  const count = (all: readonly { readonly code: string }[]): number => new Set(all.map(({ code }) => code)).size;
  return {
    unit: units[0]?.rsc ?? event.rsc,
    units: units.map((unit) => ({ rsc: unit.rsc, name: unit.name, competitors: unit.entrants.length })),
    event: event.rsc,
    competition: competition.code,
    athletes: count(peopleOf(entrants)),
    teams: count(entrants.filter(({ members }) => members !== undefined)),
    organisations: organisations.map(({ code, name, isNew }) => ({ code, name: name || code, isNew })),
  };
}

function countIn(content: UnsentMessage['content']): number {
  const [, entities] = Object.entries(content).find(([name, value]) => name !== 'kind' && Array.isArray(value)) ?? [];
  return Array.isArray(entities) ? entities.length : 0;
}
