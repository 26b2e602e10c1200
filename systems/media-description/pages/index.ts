import { definePages } from '@altis/web';
import IconMoments from '@tabler/icons-react/dist/esm/icons/IconMovie.mjs';
import { pageMessages } from './page-messages.ts';

/** Key moments in the browser: sessions, a form for a new one, the desk of one session. */
export const pages = definePages({
  system: 'media-description',
  root: 'moments',
  title: 'system',
  description: 'system.text',
  messages: pageMessages,
  navigation: [
    { path: '/moments', label: 'sessions', icon: IconMoments, permission: 'media-description.session.read' },
  ],
  routes: [
    {
      path: '/moments',
      component: () => import('./sessions-page.tsx').then((module) => module.SessionsPage),
      permission: 'media-description.session.read',
    },
    {
      path: '/moments/new',
      component: () => import('./new-session/new-session-page.tsx').then((module) => module.NewSessionPage),
      permission: 'media-description.session.create',
    },
    {
      path: '/moments/sessions/$id',
      component: () => import('./desk/session-page.tsx').then((module) => module.SessionPage),
      permission: 'media-description.session.read',
    },
  ],
});
