import { defineConfig } from '@altis/config';
import * as z from 'zod';

export const settings = defineConfig('media-archive', {
  importRoot: {
    schema: z.string().min(1).optional(),
    description: 'Folder on the server below which operators may import files and folders; by default none.',
  },
});
