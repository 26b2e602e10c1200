import type { ColumnType, RawBuilder } from '@altis/database';
import type { ObjectId } from '@altis/storage';
import type { FeedArchive } from '../contract/index.ts';

type WithDefault<Value> = ColumnType<Value, RawBuilder<Value> | undefined, RawBuilder<Value>>;

/** The tables about the feed itself; see migrations/0005-feed.ts for what each is for. */
export type FeedTables = {
  feed_source: { feed: 'production' | 'test'; source: string };
  feed_gap: {
    version_key: string;
    version: number;
    opened_by: string;
    opened_at: Date;
    closed_by: string | null;
    closed_at: Date | null;
  };
  archive: {
    id: string;
    name: string;
    object: ObjectId;
    size_bytes: number;
    received_at: Date;
    job: string;
    outcomes: WithDefault<FeedArchive['outcomes']>;
    faults: WithDefault<FeedArchive['faults']>;
    fault_count: ColumnType<number, number | undefined, number>;
  };
  projection: { shape: number; rebuild_job: string | null };
};
