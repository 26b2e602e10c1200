import { oc } from '@orpc/contract';
import * as z from 'zod';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such item in the archive.' } };

export const facetNames = ['athlete', 'organisation', 'discipline', 'action', 'kind'] as const;
const several = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(100)])
  .transform((value) => [value].flat())
  .optional();

export const Range = z.object({ start: z.number().int(), end: z.number().int() });

/** One item of the archive as lists show it: a clip of a moment, or a whole asset. */
export const ArchiveItem = z.object({
  id: z.string(),
  kind: z.enum(['clip', 'asset']),
  title: z.record(z.string(), z.string()).describe('By language tag; `und` where the title has no language.'),
  sentence: z.record(z.string(), z.string()),
  discipline: z.string().nullable(),
  action: z.string().nullable(),
  unit: z.string().nullable(),
  unitName: z.record(z.string(), z.string()),
  athletes: z.array(z.object({ code: z.string(), name: z.string(), organisation: z.string() })),
  organisations: z.array(z.string()),
  happenedAt: z.string().nullable(),
  importedAt: z.string(),
  durationMs: z.number(),
  frameRate: z.number(),
  width: z.number().int(),
  height: z.number().int(),
  version: z.string().describe('Another one means another picture: put it behind media addresses as `?v=`.'),
});
export type ArchiveItem = z.infer<typeof ArchiveItem>;

export const ArchiveItemDetail = ArchiveItem.extend({
  state: z.enum(['kept', 'withdrawn']),
  disciplineName: z.record(z.string(), z.string()).describe('By language tag; `und` where only the code is known.'),
  actionName: z.record(z.string(), z.string()),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  codec: z.string().nullable(),
  moment: z.string().nullable(),
  session: z.string().nullable(),
  revision: z.number().int(),
  inFrame: z.number().int().nullable(),
  outFrame: z.number().int().nullable(),
  hasFrameTimes: z.boolean(),
  storyboard: z
    .object({
      intervalMs: z.number(),
      columns: z.number().int(),
      rows: z.number().int(),
      tileWidth: z.number().int(),
      tileHeight: z.number().int(),
      count: z.number().int(),
    })
    .nullable(),
  source: z
    .object({ message: z.string(), documentType: z.string(), version: z.number().int() })
    .nullable()
    .describe('The results message that the description, or its withdrawal, rests on; null where a person made it.'),
});
export type ArchiveItemDetail = z.infer<typeof ArchiveItemDetail>;

const Language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .default('en')
  .describe('The reader’s, for labels and highlights.');

const search = {
  find: route
    .route({ method: 'GET', path: '/search', summary: 'Find clips and assets by words and chips' })
    .meta({ permission: 'media-archive.item.read' })
    .input(
      z.object({
        text: z.string().max(400).optional(),
        athlete: several,
        organisation: several,
        discipline: several,
        action: several,
        kind: several,
        from: z.iso.date().optional(),
        to: z.iso.date().optional().describe('The day itself is included.'),
        order: z.enum(['relevance', 'newest']).default('relevance'),
        language: Language,
        limit: z.coerce.number().int().min(1).max(100).default(30),
        cursor: z.string().max(400).optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(
          ArchiveItem.extend({
            highlights: z
              .record(z.string(), z.array(Range))
              .describe('Where the words stand in `title` and `sentence` in the reader’s language, in UTF-16 units.'),
          }),
        ),
        total: z.object({ count: z.number().int(), isExact: z.boolean() }),
        facets: z.record(
          z.string(),
          z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })),
        ),
        next: z.string().nullable(),
      }),
    ),
  suggest: route
    .route({ method: 'GET', path: '/suggestions', summary: 'Chips that fit what is being typed' })
    .meta({ permission: 'media-archive.item.read' })
    .input(
      z.object({
        prefix: z.string().min(1).max(80),
        facet: z.enum(facetNames).optional(),
        language: Language,
        limit: z.coerce.number().int().min(1).max(20).default(8),
      }),
    )
    .output(z.object({ items: z.array(z.object({ facet: z.string(), value: z.string(), label: z.string() })) })),
};

const items = {
  read: route
    .route({ method: 'GET', path: '/items/{id}', summary: 'One clip or asset' })
    .meta({ permission: 'media-archive.item.read' })
    .input(z.object({ id: z.string() }))
    .output(ArchiveItemDetail)
    .errors(notFound),
};

export const Import = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  fraction: z.number().min(0).max(1),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  item: z.string().nullable(),
  isDuplicate: z.boolean().describe('The same bytes were in the archive already; the item is that one.'),
  createdAt: z.string(),
  job: z.string().describe('Its job at /api/jobs, by which it can be cancelled.'),
});
export type Import = z.infer<typeof Import>;

const imports = {
  create: route
    .route({ method: 'POST', path: '/imports', summary: 'Import a finished upload', successStatus: 201 })
    .meta({ permission: 'media-archive.import.create' })
    .input(z.object({ upload: z.string() }))
    .output(Import)
    .errors(notFound),
  createFromFolder: route
    .route({
      method: 'POST',
      path: '/imports/folder',
      summary: 'Import every video below a folder of the import root',
      successStatus: 201,
    })
    .meta({ permission: 'media-archive.import.create' })
    .input(
      z.object({
        path: z
          .string()
          .max(1000)
          .describe('Relative to the folder set by ALTIS_MEDIA_ARCHIVE_IMPORT_ROOT; a file or a folder.'),
      }),
    )
    .output(z.object({ items: z.array(Import) }))
    .errors(notFound),
  list: route
    .route({ method: 'GET', path: '/imports', summary: 'Imports with their progress, newest first' })
    .meta({ permission: 'media-archive.import.create' })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }))
    .output(
      z.object({
        items: z.array(Import),
        folderImport: z.boolean().describe('Whether an import root is set, so that folders can be imported.'),
      }),
    ),
};

/**
 * Everything kept, anything found, under `/api/media-archive`. Media, each with byte ranges:
 * `/items/{id}/media.mp4` (plays in browsers), `/items/{id}/original`, `/items/{id}/poster.jpg`, `/items/{id}/storyboard.jpg`,
 * `/items/{id}/frame-times` (JSON array of milliseconds). With `?download` the first two are offered as files.
 * Topics for `/changes`: `media-archive.items`, `media-archive.item.<id>`, `media-archive.imports`.
 */
export const mediaArchive = { name: 'media-archive', contract: { search, items, imports } } as const;
