import { Rsc } from '@altis/results/contract';
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Moment, MomentClip } from './moment.ts';
import { StoryboardTiles } from './storyboard.ts';

export { ClipCut, MomentNamed, MomentWithdrawn, SessionPrepared } from './events.ts';
export { Moment, MomentAthlete, MomentClip, momentLanguages, MomentText } from './moment.ts';

const route = oc.$meta({ permission: 'none' });
const notFound = { NOT_FOUND: { status: 404, message: 'There is no such session or moment.' } };
const conflict = { CONFLICT: { status: 409, message: 'The session is not ready for this.' } };

export const Session = z.object({
  id: z.string(),
  unit: Rsc,
  discipline: z.string(),
  title: z.string(),
  fileName: z.string(),
  state: z.enum(['preparing', 'ready', 'failed']),
  reason: z.string().nullable().describe('Why it failed.'),
  remedy: z.string().nullable(),
  startsAt: z.iso.datetime().describe('Instant of the video’s first frame.'),
  createdAt: z.iso.datetime(),
  job: z.string().nullable().describe('The job that prepares it; its progress is at /api/jobs.'),
  fraction: z.number().min(0).max(1).describe('How far the preparation is.'),
  video: z
    .object({
      durationMs: z.number(),
      frameCount: z.number().int(),
      frameRate: z.object({ numerator: z.number().int(), denominator: z.number().int() }),
      isVariableFrameRate: z.boolean(),
      width: z.number().int(),
      height: z.number().int(),
      codec: z.string(),
      hasAudio: z.boolean(),
      storyboard: StoryboardTiles,
    })
    .nullable(),
});

export const SessionMoment = Moment.extend({
  clip: MomentClip.nullable(),
  clipState: z.enum(['waiting', 'cut', 'failed']),
});

const sessions = {
  list: route
    .route({ method: 'GET', path: '/sessions', summary: 'Sessions, newest first' })
    .meta({ permission: 'media-description.session.read' })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }))
    .output(z.object({ items: z.array(Session) })),
  create: route
    .route({
      method: 'POST',
      path: '/sessions',
      summary: 'Describe a recording: unit + video + start time',
      successStatus: 201,
    })
    .meta({ permission: 'media-description.session.create' })
    .input(
      z.object({
        unit: Rsc,
        upload: z.string().describe('Id of a finished upload.'),
        startsAt: z.iso.datetime({ offset: true }).describe('Instant of the video’s first frame.'),
        title: z.string().trim().max(200).optional(),
      }),
    )
    .output(Session)
    .errors(notFound),
  read: route
    .route({ method: 'GET', path: '/sessions/{id}', summary: 'One session' })
    .meta({ permission: 'media-description.session.read' })
    .input(z.object({ id: z.string() }))
    .output(Session)
    .errors(notFound),
  shift: route
    .route({ method: 'PATCH', path: '/sessions/{id}', summary: 'Correct the start time; every moment moves with it' })
    .meta({ permission: 'media-description.session.create' })
    .input(z.object({ id: z.string(), startsAt: z.iso.datetime({ offset: true }) }))
    .output(Session)
    .errors(notFound),
  moments: route
    .route({ method: 'GET', path: '/sessions/{id}/moments', summary: 'The moments of a session, in order of time' })
    .meta({ permission: 'media-description.session.read' })
    .input(z.object({ id: z.string(), withdrawn: z.union([z.boolean(), z.stringbool()]).default(false) }))
    .output(z.object({ items: z.array(SessionMoment) }))
    .errors(notFound),
};

const moments = {
  mark: route
    .route({ method: 'POST', path: '/sessions/{id}/moments', summary: 'Mark a moment by hand', successStatus: 201 })
    .meta({ permission: 'media-description.moment.mark' })
    .input(
      z.object({
        id: z.string(),
        inFrame: z.number().int().min(0),
        outFrame: z.number().int().min(0),
        title: z.string().trim().min(1).max(200),
      }),
    )
    .output(SessionMoment)
    .errors({ ...notFound, ...conflict }),
  trim: route
    .route({ method: 'PATCH', path: '/moments/{id}', summary: 'Set the first and last frame of a moment' })
    .meta({ permission: 'media-description.moment.mark' })
    .input(z.object({ id: z.string(), inFrame: z.number().int().min(0), outFrame: z.number().int().min(0) }))
    .output(SessionMoment)
    .errors({ ...notFound, ...conflict }),
  withdraw: route
    .route({ method: 'DELETE', path: '/moments/{id}', summary: 'Withdraw a moment that was marked by hand' })
    .meta({ permission: 'media-description.moment.mark' })
    .input(z.object({ id: z.string() }))
    .output(z.object({}))
    .errors({ ...notFound, ...conflict }),
};

/**
 * Key moments told in seconds, under `/api/media-description`. Media, each with byte ranges:
 * `/sessions/{id}/proxy.mp4`, `/sessions/{id}/poster.jpg`, `/sessions/{id}/storyboard.jpg`,
 * `/sessions/{id}/frame-times` (JSON array of milliseconds), `/moments/{id}/clip.mp4`, `/moments/{id}/poster.jpg`.
 * Topics for `/changes`: `media-description.sessions`, `media-description.session.<id>`.
 */
export const mediaDescription = { name: 'media-description', contract: { sessions, moments } } as const;
