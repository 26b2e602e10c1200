import { defineSystem } from '@altis/system';
import { sampleRoom } from './contract/index.ts';
import { measureNotice } from './jobs/measure-notice.ts';
import { routes } from './routes/routes.ts';
import { migrations } from './store/migrations/migrations.ts';
import type { Tables } from './store/tables.ts';

export const system = defineSystem<Tables>({
  published: sampleRoom,
  permissions: {
    'sample-room.notice.read': { description: 'Read notices', roles: ['visitor'] },
    'sample-room.notice.post': { description: 'Post notices', roles: ['operator'] },
  },
  migrations,
  routes,
  jobs: (room) => [measureNotice(room)],
});
