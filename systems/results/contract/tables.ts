import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Rsc } from './vocabulary.ts';

const route = oc.$meta({ permission: 'results.tables.write' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such table.' } };

/** What a column of a start list or result list may say. */
export const TableField = z.enum([
  'bib',
  'order',
  'name',
  'family',
  'given',
  'organisation',
  'nation',
  'gender',
  'birth',
  'code',
  'start',
  'result',
  'rank',
  'status',
  'team',
  'member',
  'leg',
  'unit',
]);
export type TableField = z.infer<typeof TableField>;

/** What each column says, in the order of the columns; null for one that is left out. Only `member` may be said of several. */
export const TableMapping = z.array(TableField.nullable()).max(200);
export type TableMapping = z.infer<typeof TableMapping>;

/** Something odd in a table. Of `error`, the row is left out; of `warning`, it is read as the message says. */
export const TableFault = z.object({
  code: z.string().describe('Which fault it is: pages have their own words for it.'),
  severity: z.enum(['error', 'warning']),
  line: z.number().int().nullable().describe('From 1, as the file has it; null where it is about the whole table.'),
  column: z.string().nullable().describe('Title of the column.'),
  value: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
});
export type TableFault = z.infer<typeof TableFault>;

/** A member of a team, as a cell or a row of its own names them. */
export const MemberReading = z.object({
  family: z.string(),
  given: z.string().nullable(),
  bib: z.string().nullable(),
  nation: z.string().nullable(),
  gender: z.enum(['M', 'F', 'X']).nullable(),
  birth: z.string().nullable().describe('YYYY-MM-DD, or YYYY.'),
  code: z.string().nullable(),
  leg: z.number().int().nullable().describe('From 1; null where only the order of the members tells it.'),
  resultMs: z.number().int().nullable().describe('Time of the leg, where the list has it.'),
});
export type MemberReading = z.infer<typeof MemberReading>;

/** How one row is understood. Where a row is a team, or a member of one, `team` names it. */
export const RowReading = z.object({
  line: z.number().int(),
  unit: z.string().nullable().describe('Which heat or run it is of, where the list has several.'),
  team: z.string().nullable(),
  leg: z.number().int().nullable(),
  members: z.array(MemberReading),
  bib: z.string().nullable(),
  order: z.number().int().nullable(),
  family: z.string(),
  given: z.string().nullable(),
  organisation: z.string().nullable(),
  nation: z.string().nullable(),
  gender: z.enum(['M', 'F', 'X']).nullable(),
  birth: z.string().nullable().describe('YYYY-MM-DD, or YYYY.'),
  code: z.string().nullable(),
  start: z.string().nullable().describe('hh:mm:ss at the venue.'),
  resultMs: z.number().int().nullable(),
  decimals: z.number().int().describe('Of the seconds as they are written.'),
  rank: z.number().int().nullable(),
  mark: z.enum(['DNS', 'DNF', 'DSQ']).nullable(),
});
export type RowReading = z.infer<typeof RowReading>;

/** A table as it was read, with the mapping that was guessed or given. */
export const TableReading = z.object({
  id: z.string(),
  name: z.string().describe('Of the file.'),
  format: z.enum(['csv', 'xlsx', 'json']),
  encoding: z.string().nullable(),
  columns: z.array(z.string()),
  mapping: TableMapping,
  kind: z.enum(['start-list', 'results']).describe('What it seems to be.'),
  gender: z.enum(['M', 'W', 'O']).describe('Of the event, as the rows have it; O is open.'),
  sample: z
    .array(z.object({ line: z.number().int(), cells: z.array(z.string()), reading: RowReading.nullable() }))
    .describe('The first rows, and those with faults.'),
  rows: z.number().int(),
  good: z.number().int().describe('Rows that can be written.'),
  units: z.array(z.string()).describe('Heats or runs that the rows tell of; none where all is one.'),
  teamCount: z.number().int().describe('Teams that the rows make up; 0 in a list of single athletes.'),
  teams: z
    .array(
      z.object({
        line: z.number().int(),
        unit: z.string().nullable(),
        bib: z.string().nullable(),
        name: z.string(),
        members: z.array(z.string()),
      }),
    )
    .describe('The first two hundred.'),
  faults: z.array(TableFault).describe('The first two hundred.'),
  faultCount: z.number().int(),
});
export type TableReading = z.infer<typeof TableReading>;

/** Which event a table is of. What does not exist yet is made. */
export const TableTarget = z.object({
  competition: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Name of the competition; needed while there is none. An installation holds one.'),
  day: z.iso.date(),
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time of start as hh:mm.')
    .describe('At the venue.'),
  zone: z.string().max(60).describe('IANA time zone of the venue, such as Europe/Rome.'),
  place: z.string().trim().min(1).max(80),
  discipline: z.object({
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{2}$/, 'A discipline has a code of three letters.')
      .nullable(),
    name: z.string().trim().max(80),
  }),
  event: z.object({
    rsc: Rsc.nullable().describe('Of an event that exists.'),
    name: z.string().trim().max(100),
    gender: z.enum(['M', 'W', 'X', 'O']),
  }),
  kind: z.enum(['start-list', 'results']),
  status: z.enum(['UNOFFICIAL', 'OFFICIAL']).default('OFFICIAL').describe('Of results.'),
});
export type TableTarget = z.infer<typeof TableTarget>;

/** A message that a table was written as. */
const WrittenMessage = z.object({
  id: z.string(),
  documentType: z.string(),
  documentCode: z.string(),
  version: z.number().int(),
});

const WhatIsWritten = z.object({
  unit: Rsc.describe('The first of the units.'),
  units: z.array(z.object({ rsc: Rsc, name: z.string(), competitors: z.number().int() })),
  event: Rsc,
  competition: z.string(),
  athletes: z.number().int(),
  teams: z.number().int().describe('0 where single athletes compete.'),
  organisations: z.array(z.object({ code: z.string(), name: z.string(), isNew: z.boolean() })),
});

/** What stands where a table would be written; somebody should confirm it. */
const WhatStands = z.object({
  replaces: z
    .object({ day: z.string().nullable(), version: z.number().int().describe('Of its DT_RESULT.') })
    .nullable()
    .describe('A list that a new event of the same name has already: of another day, or with results.'),
  sender: z.string().nullable().describe('Who else sends messages about this event; null where nobody does.'),
});

/** A mapping that was kept under a name, for the next file with these columns. */
export const KeptMapping = z.object({
  name: z.string().trim().min(1).max(80),
  columns: z.array(z.string().max(200)).max(200),
  mapping: TableMapping,
});
export type KeptMapping = z.infer<typeof KeptMapping>;

/**
 * Start lists and results without ODF. A file is sent as bytes to `POST /api/results/tables?file=<name>` (CSV, XLSX or
 * JSON); the answer is a {@link TableReading}, whose id the other routes take.
 */
export const tables = {
  preview: route
    .route({ method: 'POST', path: '/tables/{id}/preview', summary: 'How the rows of a table are read' })
    .input(z.object({ id: z.string(), mapping: TableMapping }))
    .output(TableReading)
    .errors(notFound),
  plan: route
    .route({ method: 'POST', path: '/tables/{id}/plan', summary: 'What a table would be written as' })
    .input(z.object({ id: z.string(), mapping: TableMapping, target: TableTarget }))
    .output(
      WhatIsWritten.extend({
        messages: z.array(z.object({ documentType: z.string(), documentCode: z.string(), entries: z.number().int() })),
        ...WhatStands.shape,
      }),
    )
    .errors(notFound),
  write: route
    .route({ method: 'POST', path: '/tables/{id}/write', summary: 'Write a table as ODF messages and take them in' })
    .input(
      z.object({
        id: z.string(),
        mapping: TableMapping,
        target: TableTarget,
        mayReplace: z.boolean().default(false).describe('Write over the list that stands there.'),
        mayTakeOver: z.boolean().default(false).describe('Write in place of another sender, from now on.'),
      }),
    )
    .output(WhatIsWritten.extend({ messages: z.array(WrittenMessage) }))
    .errors(notFound),
  mappings: route
    .route({ method: 'GET', path: '/tables/mappings', summary: 'Mappings that were kept, by name' })
    .output(z.object({ items: z.array(KeptMapping) })),
  keep: route
    .route({ method: 'PUT', path: '/tables/mappings/{name}', summary: 'Keep a mapping for the next file' })
    .input(KeptMapping)
    .output(KeptMapping),
  forget: route
    .route({ method: 'DELETE', path: '/tables/mappings/{name}', summary: 'Forget a mapping' })
    .input(z.object({ name: z.string() }))
    .output(z.object({})),
};
