import type { ReactNode } from 'react';
import { useLanguage } from '@altis/web';
import type { LocalName } from '../../contract/index.ts';

/** Chooses of a name by language the reader's, else English, else any that the feed has. */
export function useLocalText(): (name: LocalName) => { readonly text: string; readonly language: string } {
  const { language } = useLanguage();
  return (name) => {
    const found = [language, 'en', ...Object.keys(name)].find((each) => name[each]);
    return { text: name[found ?? ''] ?? '', language: found ?? 'en' };
  };
}

/** BCP 47: undetermined. */
const unknown = 'und';

/** A name from the feed, set apart from the text around it and marked with its own language. */
export function LocalText({ name }: { name: LocalName }): ReactNode {
  const shown = useLanguage().language;
  const { text, language } = useLocalText()(name);
  return <bdi {...(language === shown || language === unknown ? {} : { lang: language })}>{text}</bdi>;
}
