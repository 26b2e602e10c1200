import { lazyMessages } from '@altis/web';

/** The texts of the pages for tables and timing. */
export const tablesMessages = lazyMessages({
  en: () => import('../../messages/tables/en.json'),
  fr: () => import('../../messages/tables/fr.json'),
  it: () => import('../../messages/tables/it.json'),
  de: () => import('../../messages/tables/de.json'),
  es: () => import('../../messages/tables/es.json'),
  pt: () => import('../../messages/tables/pt.json'),
  'zh-Hans': () => import('../../messages/tables/zh-Hans.json'),
  'zh-Hant': () => import('../../messages/tables/zh-Hant.json'),
  ja: () => import('../../messages/tables/ja.json'),
  ko: () => import('../../messages/tables/ko.json'),
  ar: () => import('../../messages/tables/ar.json'),
  ru: () => import('../../messages/tables/ru.json'),
});
