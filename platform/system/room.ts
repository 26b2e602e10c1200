import type { Audit } from '@altis/audit';
import type { Config } from '@altis/config';
import type { Database } from '@altis/database';
import type { Changes } from '@altis/events';
import type { Uploads } from '@altis/http';
import type { SystemJobs } from '@altis/jobs';
import type { Client, Clock, Log, Published } from '@altis/kernel';
import type { Media } from '@altis/media';
import type { Metrics } from '@altis/observability';
import type { ObjectStore } from '@altis/storage';
import type { AnyContractRouter } from '@orpc/contract';

/** All that a system may use. There is nothing else to inject: handlers, jobs and subscriptions take the room. */
export type Room<Tables> = {
  readonly name: string;
  /** The system's own schema. */
  readonly db: Database<Tables>;
  readonly storage: ObjectStore;
  readonly uploads: Uploads;
  readonly media: Media;
  readonly jobs: SystemJobs;
  readonly audit: Pick<Audit, 'record'>;
  /** Where what was announced is heard, whichever process announced it. */
  readonly changes: Pick<Changes, 'subscribe'>;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** A client of another system, wherever it runs. */
  readonly reach: <Contract extends AnyContractRouter>(published: Published<Contract>) => Client<Contract>;
};
