import { lazyMessages } from '@altis/web';

/** The texts of these pages. */
export const pageMessages = lazyMessages({
  en: () => import('../messages/en.json'),
  fr: () => import('../messages/fr.json'),
  it: () => import('../messages/it.json'),
  de: () => import('../messages/de.json'),
  es: () => import('../messages/es.json'),
  pt: () => import('../messages/pt.json'),
  'zh-Hans': () => import('../messages/zh-Hans.json'),
  'zh-Hant': () => import('../messages/zh-Hant.json'),
  ja: () => import('../messages/ja.json'),
  ko: () => import('../messages/ko.json'),
  ar: () => import('../messages/ar.json'),
  ru: () => import('../messages/ru.json'),
});
