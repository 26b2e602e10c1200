import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Notice } from './notice.ts';

export { NoticePosted } from './events.ts';
export { Notice } from './notice.ts';

const route = oc.$meta({ permission: 'none' });

const notices = {
  list: route
    .route({ method: 'GET', path: '/notices', summary: 'Notices, newest first' })
    .meta({ permission: 'sample-room.notice.read' })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }))
    .output(z.object({ items: z.array(Notice) })),
  post: route
    .route({ method: 'POST', path: '/notices', summary: 'Post a notice', successStatus: 201 })
    .meta({ permission: 'sample-room.notice.post' })
    .input(z.object({ text: z.string().trim().min(1).max(2_000) }))
    .output(Notice),
};

/** Notices, under `/api/sample-room`. Topic for `/changes`: `sample-room.notices`. */
export const sampleRoom = { name: 'sample-room', contract: { notices } } as const;
