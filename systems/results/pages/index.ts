import { definePages } from '@altis/web';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconFileCode.mjs';
import IconResults from '@tabler/icons-react/dist/esm/icons/IconTrophy.mjs';
import { pageMessages } from './page-messages.ts';

/** The results in the browser: units by day, a live page for each, and the log of messages. */
export const pages = definePages({
  system: 'results',
  title: 'system',
  description: 'system.text',
  messages: pageMessages,
  navigation: [
    { path: '/results', label: 'units', icon: IconResults, permission: 'results.unit.read' },
    { path: '/results/messages', label: 'messages', icon: IconMessages, permission: 'results.message.read' },
  ],
  routes: [
    {
      path: '/results',
      component: () => import('./units-page.tsx').then((module) => module.UnitsPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/units/$rsc',
      component: () => import('./unit/unit-page.tsx').then((module) => module.UnitPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/messages',
      component: () => import('./log/messages-page.tsx').then((module) => module.MessagesPage),
      permission: 'results.message.read',
    },
    {
      path: '/results/messages/$id',
      component: () => import('./log/message-page.tsx').then((module) => module.MessagePage),
      permission: 'results.message.read',
    },
  ],
});
