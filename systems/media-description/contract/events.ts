import * as z from 'zod';
import { Moment, MomentClip } from './moment.ts';
import { StoryboardTiles } from './storyboard.ts';

/** A moment was named, or what is known of it changed: `revision` tells which. Carries the moment as it is now. */
export const MomentNamed = { name: 'media-description.moment.named.v1', payload: Moment } as const;

/** A moment is no longer one: its action was withdrawn. */
export const MomentWithdrawn = { name: 'media-description.moment.withdrawn.v1', payload: Moment } as const;

/** The clip of a moment lies in the object store. */
export const ClipCut = {
  name: 'media-description.clip.cut.v1',
  payload: z.object({ moment: Moment, clip: MomentClip }),
} as const;

/** A session's whole recording is ready to be watched. */
export const SessionPrepared = {
  name: 'media-description.session.prepared.v1',
  payload: z.object({
    session: z.string(),
    unit: z.string(),
    discipline: z.string(),
    title: z.string(),
    fileName: z.string(),
    startsAt: z.iso.datetime(),
    original: z.string(),
    proxy: z.string(),
    poster: z.string(),
    storyboard: z.string(),
    tiles: StoryboardTiles,
    durationMs: z.number(),
    frameRate: z.number(),
    width: z.number().int(),
    height: z.number().int(),
    sizeBytes: z.number().int(),
  }),
} as const;
