import { useLanguage } from '@altis/web';

/** The name of a unit in the reader's language, else in English, else in any that the feed has. */
export function useUnitName(): (name: Readonly<Record<string, string>>) => string {
  const { language } = useLanguage();
  return (name) => name[language] ?? name['en'] ?? Object.values(name)[0] ?? '';
}
