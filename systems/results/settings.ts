import { defineConfig } from '@altis/config';
import * as z from 'zod';

/** The settings of the results system. */
export const resultsSettings = defineConfig('results', {
  competition: {
    schema: z.string().trim().min(1).optional(),
    description: 'CompetitionCode of the Games, such as OWG2022; by default that of the first message is adopted.',
  },
  watchFolder: {
    schema: z.string().min(1).optional(),
    description: 'Folder from which *.xml messages are taken in; by default none is watched.',
  },
  timeZone: {
    schema: z
      .string()
      .default('UTC')
      .refine(isTimeZone, 'Write an IANA time zone such as Europe/Rome, or an offset such as +01:00.'),
    description: 'Zone of the venues, for times in messages that are written without an offset (default UTC).',
  },
  keepAliveSeconds: {
    schema: z.coerce.number().min(1).optional(),
    description: 'How often sources send DT_KA, in seconds; by default it is learnt from each.',
  },
  snapshotMemoryMib: {
    schema: z.coerce.number().int().min(1).default(128),
    description: 'Memory for public snapshots that are kept ready, in MiB (default 128).',
  },
  streams: {
    schema: z.coerce.number().int().min(1).default(20_000),
    description: 'Open connections to the live stream, in each process (default 20000).',
  },
  streamsPerAddress: {
    schema: z.coerce.number().int().min(1).default(2_000),
    description: 'Of these, those of one address, which a whole stadium may share (default 2000).',
  },
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
