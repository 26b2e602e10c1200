import { lazyMessages } from '@altis/web';

/** The texts of the page about the feed. */
export const feedMessages = lazyMessages({
  en: () => import('../../messages/feed/en.json'),
  fr: () => import('../../messages/feed/fr.json'),
  it: () => import('../../messages/feed/it.json'),
  de: () => import('../../messages/feed/de.json'),
  es: () => import('../../messages/feed/es.json'),
  pt: () => import('../../messages/feed/pt.json'),
  'zh-Hans': () => import('../../messages/feed/zh-Hans.json'),
  'zh-Hant': () => import('../../messages/feed/zh-Hant.json'),
  ja: () => import('../../messages/feed/ja.json'),
  ko: () => import('../../messages/feed/ko.json'),
  ar: () => import('../../messages/feed/ar.json'),
  ru: () => import('../../messages/feed/ru.json'),
});
