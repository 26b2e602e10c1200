import { Source } from '@altis/results/contract';
import * as z from 'zod';

/** The languages in which moments are told. */
export const momentLanguages = [
  'en',
  'fr',
  'it',
  'de',
  'es',
  'pt',
  'zh-Hans',
  'zh-Hant',
  'ja',
  'ko',
  'ar',
  'ru',
] as const;
/** A moment's text by language. One that was told before a language came to the product lacks that language. */
export const MomentText = z.partialRecord(z.enum(momentLanguages), z.string());

export const MomentAthlete = z.object({
  code: z.string(),
  name: z.string().describe('As on TV.'),
  localName: z.string().nullable(),
  organisation: z.string(),
  role: z.string().nullable(),
});

/** A key moment: what happened, where in the video, told in every language. One object in every system. */
export const Moment = z.object({
  id: z.string(),
  session: z.string(),
  unit: z.string(),
  discipline: z.string(),
  action: z.string().describe('Code of the action, kind of the fact, or MARK for one that a person marked.'),
  actionId: z.string().nullable().describe('Id of the action or fact.'),
  importance: z.number().int().min(1).max(5).describe('5 decides the day, 1 is for completeness.'),
  state: z.enum(['named', 'withdrawn']),
  /** Grows with every correction. */
  revision: z.number().int().min(1),
  at: z.iso.datetime().describe('The instant of the action itself.'),
  actionFrame: z.number().int().min(0),
  inFrame: z.number().int().min(0).describe('First frame of the clip, counted from 0 in the session’s video.'),
  outFrame: z.number().int().min(0).describe('Last frame of the clip, itself part of it.'),
  title: MomentText,
  sentence: MomentText,
  unitName: z.record(z.string(), z.string()),
  athletes: z.array(MomentAthlete),
  organisations: z.array(z.string()),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), ...Source.shape }),
    z.object({ kind: z.literal('person'), user: z.string() }),
  ]),
});
export type Moment = z.infer<typeof Moment>;

/** A moment's cut clip: an MP4 object whose first and last frames are the moment's. */
export const MomentClip = z.object({
  object: z.string(),
  poster: z.string(),
  sizeBytes: z.number().int(),
  durationMs: z.number(),
  frameCount: z.number().int(),
  frameRate: z.number().describe('Frames a second.'),
  width: z.number().int(),
  height: z.number().int(),
  inFrame: z.number().int(),
  outFrame: z.number().int(),
});
export type MomentClip = z.infer<typeof MomentClip>;
