import { definePages, lazyMessages } from '@altis/web';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';

const english = {
  title: 'Timing',
  description: 'Starts, splits and finishes of every run.',
  runs: 'Runs',
  secret: 'Start list',
  broken: 'Slow motion',
};
const load = async (): Promise<{ default: typeof english }> => ({ default: english });
const arabic = { ...english, title: 'التوقيت', runs: 'الجولات', secret: 'قائمة الانطلاق', broken: 'الإعادة البطيئة' };

const messages = lazyMessages({
  en: load,
  fr: load,
  it: load,
  de: load,
  es: load,
  pt: load,
  'zh-Hans': load,
  'zh-Hant': load,
  ja: load,
  ko: load,
  ar: async () => ({ default: arabic }),
  ru: load,
});

/** A system that runs, with a page for everyone and one for operators. */
export const timing = definePages({
  system: 'timing',
  title: 'title',
  description: 'description',
  messages,
  navigation: [
    { path: '/timing', label: 'runs', icon: IconClock },
    { path: '/timing/starts', label: 'secret', icon: IconFlag, permission: 'timing.starts.read' },
  ],
  routes: [
    { path: '/timing', component: () => import('./run-page.tsx').then((module) => module.RunPage) },
    {
      path: '/timing/starts',
      component: () => import('./run-page.tsx').then((module) => module.RunPage),
      permission: 'timing.starts.read',
    },
    { path: '/timing/runs/$run', component: () => import('./run-page.tsx').then((module) => module.RunPage) },
  ],
});

/** A system that did not start. */
export const broken = definePages({
  system: 'slow-motion',
  title: 'broken',
  messages,
  navigation: [{ path: '/slow-motion', label: 'broken', icon: IconClock }],
  routes: [{ path: '/slow-motion', component: () => import('./run-page.tsx').then((module) => module.RunPage) }],
});
