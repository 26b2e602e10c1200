import { definePages } from '@altis/web';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { pageMessages } from './page-messages.ts';

/** The archive in the browser: a search, a page for each item, and imports. */
export const pages = definePages({
  system: 'media-archive',
  root: 'archive',
  title: 'system',
  description: 'system.text',
  messages: pageMessages,
  navigation: [
    { path: '/archive', label: 'search', icon: IconArchive, permission: 'media-archive.item.read' },
    { path: '/archive/import', label: 'import', icon: IconImport, permission: 'media-archive.import.create' },
  ],
  routes: [
    {
      path: '/archive',
      component: () => import('./search/search-page.tsx').then((module) => module.SearchPage),
      permission: 'media-archive.item.read',
    },
    {
      path: '/archive/items/$id',
      component: () => import('./item/item-page.tsx').then((module) => module.ItemPage),
      permission: 'media-archive.item.read',
    },
    {
      path: '/archive/import',
      component: () => import('./import/import-page.tsx').then((module) => module.ImportPage),
      permission: 'media-archive.import.create',
    },
  ],
});
