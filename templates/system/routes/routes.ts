import { runInTransaction } from '@altis/database';
import { announce, publish } from '@altis/events';
import { implementContract } from '@altis/http';
import { currentCall, newId } from '@altis/kernel';
import type { Room } from '@altis/system';
import { NoticePosted, sampleRoom, type Notice } from '../contract/index.ts';
import { addNotice, listNotices, type StoredNotice } from '../store/notices.ts';
import type { Tables } from '../store/tables.ts';

/** Handlers of the contract. Who may call them, and with what, is checked before. */
export function routes({ db, jobs, audit }: Room<Tables>) {
  const os = implementContract(sampleRoom.contract);

  const list = os.notices.list.handler(async ({ input }) => {
    const rows = await listNotices(db, input.limit);
    return { items: rows.map(present) };
  });

  const post = os.notices.post.handler(({ input }) =>
    runInTransaction(db, async (trx) => {
      const notice = present(await addNotice(trx, newId('notice'), input.text));
      await publish(trx, NoticePosted, notice);
      await jobs.enqueue(trx, 'measure-notice', { id: notice.id }, { title: notice.text.slice(0, 60), key: notice.id });
      await announce(trx, 'sample-room.notices');
      await audit.record(trx, {
        actor: currentCall().actor,
        action: 'notice.posted',
        subject: { kind: 'notice', id: notice.id },
      });
      return notice;
    }),
  );

  return os.router({ notices: { list, post } });
}

function present({ id, text, posted_at, reading_time_ms }: StoredNotice): Notice {
  return { id, text, postedAt: posted_at.toISOString(), readingTimeMs: reading_time_ms };
}
