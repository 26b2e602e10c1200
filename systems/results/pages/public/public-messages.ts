import { lazyMessages } from '@altis/web';

/** The texts of the public pages. */
export const publicMessages = lazyMessages({
  en: () => import('../../messages/public/en.json'),
  fr: () => import('../../messages/public/fr.json'),
  it: () => import('../../messages/public/it.json'),
  de: () => import('../../messages/public/de.json'),
  es: () => import('../../messages/public/es.json'),
  pt: () => import('../../messages/public/pt.json'),
  'zh-Hans': () => import('../../messages/public/zh-Hans.json'),
  'zh-Hant': () => import('../../messages/public/zh-Hant.json'),
  ja: () => import('../../messages/public/ja.json'),
  ko: () => import('../../messages/public/ko.json'),
  ar: () => import('../../messages/public/ar.json'),
  ru: () => import('../../messages/public/ru.json'),
});
