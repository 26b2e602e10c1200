import * as z from 'zod';

/** A name by language tag (BCP 47: en, fr, zh-Hans…); en where the feed has no other. */
export const LocalName = z
  .record(z.string(), z.string())
  .describe('By language tag (en, fr…); en where the feed has no other.');
export type LocalName = z.infer<typeof LocalName>;

/** An ODF Result System Code. */
export const Rsc = z.string().regex(/^[A-Z0-9.+_-]{34}$/, 'An RSC has 34 characters: A–Z, 0–9, ".", "+", "_" and "-".');

/** A coded value as ODF extends what it says: a judge's mark, a wind reading, an element of a programme. */
export type DetailedValue = {
  /** ODF ExtendedResult/@Type. */
  type: string;
  code: string;
  position: string | null;
  value: string | null;
  value2: string | null;
  rank: string | null;
  diff: string | null;
  invalidMark: string | null;
  extensions: { code: string; position: string | null; value: string | null }[];
};

export const DetailedValue: z.ZodType<DetailedValue> = z.object({
  type: z.string(),
  code: z.string(),
  position: z.string().nullable(),
  value: z.string().nullable(),
  value2: z.string().nullable(),
  rank: z.string().nullable(),
  diff: z.string().nullable(),
  invalidMark: z.string().nullable(),
  extensions: z.array(z.object({ code: z.string(), position: z.string().nullable(), value: z.string().nullable() })),
});
