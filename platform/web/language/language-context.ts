import { createContext, use } from 'react';
import type { Direction, Language } from '@altis/i18n';

export type LanguageChoice = {
  readonly language: Language;
  readonly direction: Direction;
  /** Loads the language's texts, then shows the whole page in it. */
  readonly choose: (language: Language) => void;
};

export const LanguageContext = createContext<LanguageChoice>({
  language: 'en',
  direction: 'ltr',
  choose: () => undefined,
});

/** The language that the reader has chosen, and the way to choose another. */
export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}
