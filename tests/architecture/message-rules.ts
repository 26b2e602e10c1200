import { languages, type Messages } from '@altis/i18n';
import { findMessageFaults } from '@altis/i18n/testing';
import { z } from 'zod';
import type { Rule, Violation } from './rule.ts';
import type { SourceFile } from './source-file.ts';

export const messageRules: Rule[] = [
  {
    name: 'messages-are-complete',
    states: 'messages/ holds every language of the product, each with the keys and arguments of en.json',
    check: (files) => {
      const folders = new Set(
        files.flatMap(({ path }) => /^(.*\/messages(?:\/[^/]+)*)\/[^/]+\.json$/.exec(path)?.[1] ?? []),
      );
      return [...folders].flatMap((folder) => checkFolder(folder, files));
    },
  },
];

function checkFolder(folder: string, files: readonly SourceFile[]): Violation[] {
  const pathOf = (language: string) => `${folder}/${language}.json`;
  const read = (language: string) => files.find(({ path }) => path === pathOf(language));
  const missing = languages.filter(({ language }) => !read(language));
  if (missing.length > 0)
    return missing.map(({ language }) => ({
      file: pathOf(language),
      fault: 'is missing',
      remedy: 'translate en.json',
    }));
  const catalogue = (language: string) =>
    z.record(z.string(), z.string()).parse(JSON.parse(read(language)?.text ?? '{}'));
  const messages: Messages = {
    en: catalogue('en'),
    fr: catalogue('fr'),
    it: catalogue('it'),
    de: catalogue('de'),
    es: catalogue('es'),
    pt: catalogue('pt'),
    'zh-Hans': catalogue('zh-Hans'),
    'zh-Hant': catalogue('zh-Hant'),
    ja: catalogue('ja'),
    ko: catalogue('ko'),
    ar: catalogue('ar'),
    ru: catalogue('ru'),
  };
  return findMessageFaults(messages).map(({ language, key, fault, detail }) => ({
    file: pathOf(language),
    fault: `"${key}": ${fault}`,
    remedy: detail,
  }));
}
