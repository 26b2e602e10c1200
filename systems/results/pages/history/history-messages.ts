import { lazyMessages } from '@altis/web';

/** The texts of the pages of past Games. */
export const historyMessages = lazyMessages({
  en: () => import('../../messages/history/en.json'),
  fr: () => import('../../messages/history/fr.json'),
  it: () => import('../../messages/history/it.json'),
  de: () => import('../../messages/history/de.json'),
  es: () => import('../../messages/history/es.json'),
  pt: () => import('../../messages/history/pt.json'),
  'zh-Hans': () => import('../../messages/history/zh-Hans.json'),
  'zh-Hant': () => import('../../messages/history/zh-Hant.json'),
  ja: () => import('../../messages/history/ja.json'),
  ko: () => import('../../messages/history/ko.json'),
  ar: () => import('../../messages/history/ar.json'),
  ru: () => import('../../messages/history/ru.json'),
});
