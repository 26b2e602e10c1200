import { expect, test } from 'vitest';
import { findMessageFaults } from './find-message-faults.ts';
import { defineMessages, direction, formatter, isLanguage, languages, negotiateLanguage, translator } from './index.ts';
import type { Messages } from './index.ts';

const clips = defineMessages({
  en: { clips: '{count, plural, one {# clip} other {# clips}} of {name}', only: 'Only English', less: 'a < b' },
  fr: { clips: '{count, plural, one {# extrait} other {# extraits}} de {name}', only: 'x', less: 'a < b' },
  it: { clips: '{count, plural, one {# clip} other {# clip}} di {name}', only: 'x', less: 'a < b' },
  de: { clips: '{count, plural, one {# Clip} other {# Clips}} von {name}', only: 'x', less: 'a < b' },
  es: { clips: '{count, plural, one {# clip} other {# clips}} de {name}', only: 'x', less: 'a < b' },
  pt: { clips: '{count, plural, one {# clipe} other {# clipes}} de {name}', only: 'x', less: 'a < b' },
  'zh-Hans': { clips: '{name}的{count}个片段', only: 'x', less: 'a < b' },
  'zh-Hant': { clips: '{name}的{count}個片段', only: 'x', less: 'a < b' },
  ja: { clips: '{name}のクリップ{count}本', only: 'x', less: 'a < b' },
  ko: { clips: '{name} 클립 {count}개', only: 'x', less: 'a < b' },
  ar: {
    clips:
      '{count, plural, zero {لا مقاطع} one {مقطع واحد} two {مقطعان} few {# مقاطع} many {# مقطعًا} other {# مقطع}} لـ {name}',
    only: 'x',
    less: 'a < b',
  },
  ru: {
    clips: '{count, plural, one {# клип} few {# клипа} many {# клипов} other {# клипа}} с {name}',
    only: 'x',
    less: 'a < b',
  },
});

test('fills values in by the plural rules of each language', () => {
  expect(translator(clips, 'en')('clips', { count: 1, name: 'Rossi' })).toBe('1 clip of Rossi');
  expect(translator(clips, 'de')('clips', { count: 1234, name: 'Rossi' })).toBe('1.234 Clips von Rossi');
  expect(translator(clips, 'zh-Hans')('clips', { count: 3, name: '李' })).toBe('李的3个片段');
  expect(translator(clips, 'ar')('clips', { count: 2, name: 'ليلى' })).toBe('مقطعان لـ ليلى');
  expect(translator(clips, 'ar')('clips', { count: 5, name: 'ليلى' })).toBe('5 مقاطع لـ ليلى');
  expect(translator(clips, 'ru')('clips', { count: 21, name: 'Леей' })).toBe('21 клип с Леей');
  expect(translator(clips, 'ru')('clips', { count: 3, name: 'Леей' })).toBe('3 клипа с Леей');
  expect(translator(clips, 'ru')('clips', { count: 12, name: 'Леей' })).toBe('12 клипов с Леей');
  expect(translator(clips, 'en')('less')).toBe('a < b');
});

test('falls back to English for a missing text and shows the key rather than break the page', () => {
  const incomplete = { ...clips, it: { clips: 'x' } } as unknown as typeof clips;
  expect(translator(incomplete, 'it')('only')).toBe('Only English');
  expect(translator(clips, 'it')('clips')).toBe('clips');
  expect(translator(clips, 'it')('nowhere' as 'only')).toBe('nowhere');
});

test('finds every kind of fault in catalogues', () => {
  expect(findMessageFaults(clips)).toEqual([]);
  const broken: Messages = {
    ...clips,
    it: { clips: '{n, plural, one {#} other {#}} di {name}', only: ' ', less: 'a', more: 'b' },
    de: { clips: '{count, plural, one {# Clip}} von {name}', less: 'a' },
  };
  const faults = findMessageFaults(broken).map(({ language, key, fault }) => `${language} ${key} ${fault}`);
  expect(faults.sort()).toEqual([
    'de clips syntax',
    'de only missing',
    'it clips arguments',
    'it more not-in-english',
    'it only empty',
  ]);
});

test('negotiates by weight, by region and by script', () => {
  expect(negotiateLanguage('de-CH,de;q=0.9,en;q=0.8')).toBe('de');
  expect(negotiateLanguage('en;q=0.4, it-IT;q=0.9, fr;q=0')).toBe('it');
  expect(['zh', 'zh-CN', 'zh-SG', 'zh-Hans-HK', 'zh-hans'].map(negotiateLanguage)).toEqual(
    Array.from({ length: 5 }, () => 'zh-Hans'),
  );
  expect(['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN'].map(negotiateLanguage)).toEqual(
    Array.from({ length: 5 }, () => 'zh-Hant'),
  );
  expect(['pt-BR', 'pt-PT', 'es-419', 'ja-JP', 'ko-KR', 'ru-Latn'].map(negotiateLanguage)).toEqual([
    'pt',
    'pt',
    'es',
    'ja',
    'ko',
    'ru',
  ]);
  expect(negotiateLanguage(['sw', 'ar-EG'])).toBe('ar');
  expect(negotiateLanguage('en_GB, not a tag, ru;q=0.2')).toBe('ru');
  expect(negotiateLanguage('*')).toBe('en');
  expect(negotiateLanguage(undefined)).toBe('en');
});

test('knows direction and own names', () => {
  const rightToLeft = languages.filter(({ language }) => direction(language) === 'rtl');
  expect(rightToLeft.map(({ ownName }) => ownName)).toEqual(['العربية']);
  expect(languages).toHaveLength(12);
  expect(isLanguage('zh-Hans') && !isLanguage('zh')).toBe(true);
});

test('formats by Intl in the given time zone', () => {
  const english = formatter('en', 'Europe/Rome');
  expect(english.dateTime('2026-02-22T13:10:05Z')).toBe('22 Feb 2026, 14:10:05');
  expect(formatter('ar', 'UTC').number(1234.5)).toMatch(/^1,234\.5$/);
  expect(formatter('fr').list(['a', 'b', 'c'])).toBe('a, b et c');
  expect(english.bytes(1_500_000)).toBe('1.5 MB');
  expect(english.bytes(0)).toBe('0 bytes');
  expect(english.duration(3_723_000)).toBe('1:02:03');
  expect(english.duration(5000)).toBe('0:05');
  expect(english.percent(0.256)).toBe('26%');
  expect(english.relative('2026-02-22T13:10:05Z', '2026-02-22T13:13:05Z')).toBe('3 minutes ago');
});
