import IconAudit from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import IconHome from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconJobs from '@tabler/icons-react/dist/esm/icons/IconProgressCheck.mjs';
import IconPeople from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconStatus from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import type { shellMessages } from '../language/shell-messages.ts';
import type { LazyMessages } from '../language/lazy-messages.ts';
import type { NavigationItem, PageRoute } from './define-pages.ts';

type ShellKey = typeof shellMessages extends LazyMessages<infer Key> ? Key : never;

/** The entry above the systems. */
export const homeItem: NavigationItem<ShellKey> = { path: '/', label: 'home.title', icon: IconHome };

/** The pages that every installation has, below the systems. */
export const shellNavigation: readonly NavigationItem<ShellKey>[] = [
  { path: '/jobs', label: 'jobs.title', icon: IconJobs, permission: 'platform.jobs.read' },
  { path: '/status', label: 'status.title', icon: IconStatus },
  { path: '/people', label: 'people.title', icon: IconPeople, permission: 'platform.users.manage' },
  { path: '/audit', label: 'audit.title', icon: IconAudit, permission: 'platform.audit.read' },
];

export const shellRoutes: readonly PageRoute[] = [
  { path: '/', component: () => import('../pages/home-page.tsx').then((module) => module.HomePage) },
  { path: '/sign-in', component: () => import('../pages/sign-in-page.tsx').then((module) => module.SignInPage) },
  { path: '/welcome', component: () => import('../pages/welcome-page.tsx').then((module) => module.WelcomePage) },
  {
    path: '/account',
    component: () => import('../pages/account-page.tsx').then((module) => module.AccountPage),
    permission: 'platform.profile.manage',
  },
  {
    path: '/jobs',
    component: () => import('../pages/jobs-page.tsx').then((module) => module.JobsPage),
    permission: 'platform.jobs.read',
  },
  { path: '/status', component: () => import('../pages/status-page.tsx').then((module) => module.StatusPage) },
  {
    path: '/people',
    component: () => import('../pages/people-page.tsx').then((module) => module.PeoplePage),
    permission: 'platform.users.manage',
  },
  {
    path: '/audit',
    component: () => import('../pages/audit-page.tsx').then((module) => module.AuditPage),
    permission: 'platform.audit.read',
  },
  { path: '/design', component: () => import('../design/design-page.tsx').then((module) => module.DesignPage) },
];
