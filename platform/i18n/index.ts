export { languages, isLanguage, direction, localeOf } from './languages.ts';
export type { Language, LanguageInfo, Direction } from './languages.ts';
export { defineMessages } from './define-messages.ts';
export type { Catalogue, Messages } from './define-messages.ts';
export { translator, translatorOf } from './translator.ts';
export type { Translate, MessageValue, MessageValues } from './translator.ts';
export { negotiateLanguage } from './negotiate-language.ts';
export { formatter } from './formatter.ts';
export type { Formatter, Instant } from './formatter.ts';
