import * as z from 'zod';

export const Notice = z.object({
  id: z.string(),
  text: z.string(),
  postedAt: z.iso.datetime(),
  readingTimeMs: z.number().nullable().describe('Null until it has been measured.'),
});
export type Notice = z.infer<typeof Notice>;
