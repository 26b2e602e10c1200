import * as z from 'zod';

/** How a storyboard's sheet is laid out: tile n, in rows from the left, stands for n × intervalMs. Sizes in pixels. */
export const StoryboardTiles = z.object({
  intervalMs: z.number(),
  columns: z.number().int(),
  rows: z.number().int(),
  tileWidth: z.number().int(),
  tileHeight: z.number().int(),
  count: z.number().int(),
});
