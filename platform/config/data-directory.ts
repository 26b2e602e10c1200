import { resolve } from 'node:path';
import * as z from 'zod';
import { defineConfig } from './section.ts';

/** Where everything that Altis keeps lies: database, objects, uploads. */
export const dataConfig = defineConfig('data', {
  directory: {
    schema: z
      .string()
      .default('data')
      .transform((path) => resolve(path)),
    env: 'ALTIS_DATA',
    description: 'Folder of everything that is kept (default: data).',
  },
});
