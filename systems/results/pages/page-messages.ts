import { lazyMessages } from '@altis/web';

/** The texts of these pages. */
export const pageMessages = lazyMessages({
  en: () => import('../messages/en.json'),
  fr: () => import('../messages/fr.json'),
  it: () => import('../messages/it.json'),
  de: () => import('../messages/de.json'),
  'zh-Hans': () => import('../messages/zh-Hans.json'),
  ar: () => import('../messages/ar.json'),
});
