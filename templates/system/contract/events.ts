import { Notice } from './notice.ts';

/** A notice was posted. Stated in the transaction that keeps it. */
export const NoticePosted = { name: 'sample-room.notice.posted.v1', payload: Notice } as const;
