import type { Generated } from '@altis/database';

export type NoticeRow = {
  id: string;
  text: string;
  posted_at: Generated<Date>;
  reading_time_ms: number | null;
};

export type Tables = { notice: NoticeRow };
