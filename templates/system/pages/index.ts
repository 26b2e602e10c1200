import { definePages } from '@altis/web';
import IconNotices from '@tabler/icons-react/dist/esm/icons/IconLayoutBoard.mjs';
import { messages } from './messages.ts';

export const pages = definePages({
  system: 'sample-room',
  title: 'title',
  description: 'description',
  navigation: [{ path: '/sample-room', label: 'title', icon: IconNotices, permission: 'sample-room.notice.read' }],
  routes: [
    {
      path: '/sample-room',
      component: () => import('./notices-page.tsx').then((module) => module.NoticesPage),
      permission: 'sample-room.notice.read',
    },
  ],
  messages,
});
