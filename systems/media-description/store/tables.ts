import type { ColumnType, Generated } from '@altis/database';
import type { ActionFact, StatedFact } from '@altis/results/contract';
import type { ObjectId } from '@altis/storage';
import type { Moment, MomentClip } from '../contract/moment.ts';
import type { SessionVideo } from './session-video.ts';

type Instant = ColumnType<Date, string | Date, string | Date>;

export type SessionRow = {
  id: string;
  unit: string;
  discipline: string;
  title: string;
  file_name: string;
  original: ObjectId;
  starts_at: Instant;
  state: 'preparing' | 'ready';
  /** The job that prepares it; how it fails, if it does, stands there. */
  job: string | null;
  video: SessionVideo | null;
  created_at: Generated<Date>;
};

/** The play-by-play as this system knows it: sessions that come later are described from here. */
type ActionRow = {
  unit: string;
  action_id: string;
  fact: ActionFact;
  withdrawn: boolean;
};

/** Facts that may be moments, likewise. */
type FactRow = {
  unit: string;
  fact_id: string;
  competitor: string | null;
  stated: StatedFact;
  withdrawn: boolean;
};

export type MomentRow = {
  id: string;
  session: string;
  action_id: string | null;
  state: 'named' | 'withdrawn';
  in_frame: number;
  out_frame: number;
  /** Set by a person: corrections keep these bounds. */
  trimmed: Generated<boolean>;
  moment: Moment;
  clip: MomentClip | null;
  clip_state: Generated<'waiting' | 'cut'>;
  /** The newest job that cuts its clip. */
  clip_job: Generated<string | null>;
};

export type Tables = { session: SessionRow; action: ActionRow; fact: FactRow; moment: MomentRow };
