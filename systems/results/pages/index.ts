import { definePages } from '@altis/web';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconFileCode.mjs';
import IconTables from '@tabler/icons-react/dist/esm/icons/IconTableImport.mjs';
import IconTiming from '@tabler/icons-react/dist/esm/icons/IconStopwatch.mjs';
import IconResults from '@tabler/icons-react/dist/esm/icons/IconTrophy.mjs';
import IconFeed from '@tabler/icons-react/dist/esm/icons/IconActivityHeartbeat.mjs';
import { pageMessages } from './page-messages.ts';

/** The results in the browser: schedule, a live page for each unit, events, medals, people, and the log of messages. */
export const pages = definePages({
  system: 'results',
  title: 'system',
  description: 'system.text',
  messages: pageMessages,
  navigation: [
    { path: '/results', label: 'units', icon: IconResults, permission: 'results.unit.read' },
    { path: '/results/tables', label: 'tables', icon: IconTables, permission: 'results.tables.write' },
    { path: '/results/timing', label: 'timing', icon: IconTiming, permission: 'results.timing.write' },
    { path: '/results/feed', label: 'feed', icon: IconFeed, permission: 'results.feed.read' },
    { path: '/results/messages', label: 'messages', icon: IconMessages, permission: 'results.message.read' },
  ],
  routes: [
    {
      path: '/results',
      component: () => import('./schedule/schedule-page.tsx').then((module) => module.SchedulePage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/units/$rsc',
      component: () => import('./unit/unit-page.tsx').then((module) => module.UnitPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/events/$rsc',
      component: () => import('./event/event-page.tsx').then((module) => module.EventPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/medals',
      component: () => import('./medals/medals-page.tsx').then((module) => module.MedalsPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/disciplines',
      component: () => import('./discipline/disciplines-page.tsx').then((module) => module.DisciplinesPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/disciplines/$code',
      component: () => import('./discipline/discipline-page.tsx').then((module) => module.DisciplinePage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/records',
      component: () => import('./discipline/records-page.tsx').then((module) => module.RecordsPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/athletes',
      component: () => import('./people/athletes-page.tsx').then((module) => module.AthletesPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/athletes/$code',
      component: () => import('./people/athlete-page.tsx').then((module) => module.AthletePage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/teams/$code',
      component: () => import('./people/team-page.tsx').then((module) => module.TeamPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/organisations',
      component: () => import('./people/organisations-page.tsx').then((module) => module.OrganisationsPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/organisations/$code',
      component: () => import('./people/organisation-page.tsx').then((module) => module.OrganisationPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/history',
      component: () => import('./history/history-page.tsx').then((module) => module.HistoryPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/history/games/$code',
      component: () => import('./history/past-games-page.tsx').then((module) => module.PastGamesPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/history/organisations/$code',
      component: () => import('./history/past-organisation-page.tsx').then((module) => module.PastOrganisationPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/history/sports/$code',
      component: () => import('./history/past-sport-page.tsx').then((module) => module.PastSportPage),
      permission: 'results.unit.read',
    },
    {
      path: '/results/tables',
      component: () => import('./tables/tables-page.tsx').then((module) => module.TablesPage),
      permission: 'results.tables.write',
    },
    {
      path: '/results/timing',
      component: () => import('./timing/timing-list-page.tsx').then((module) => module.TimingListPage),
      permission: 'results.timing.write',
    },
    {
      path: '/results/timing/$rsc',
      component: () => import('./timing/timing-page.tsx').then((module) => module.TimingPage),
      permission: 'results.timing.write',
    },
    {
      path: '/results/feed',
      component: () => import('./feed/feed-page.tsx').then((module) => module.FeedPage),
      permission: 'results.feed.read',
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
