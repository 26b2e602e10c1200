import type { ApiOf } from '@altis/web';
import type { mediaDescription } from '../contract/index.ts';

type Sessions = ApiOf<typeof mediaDescription.contract>['sessions'];

/** A session as the server shows it. */
export type SessionView = Awaited<ReturnType<Sessions['read']>>;
export type VideoView = NonNullable<SessionView['video']>;
/** A session whose recording can be watched. */
export type ReadySession = SessionView & { readonly video: VideoView };

/** A moment as a session shows it, with its clip. */
export type MomentView = Awaited<ReturnType<Sessions['moments']>>['items'][number];
