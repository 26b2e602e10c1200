import { DirectionContext } from '@mantine/core';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { direction, isLanguage, negotiateLanguage } from '@altis/i18n';
import type { Language } from '@altis/i18n';
import { LanguageContext } from './language-context.ts';
import { loadTranslator } from './lazy-messages.ts';
import type { LazyMessages } from './lazy-messages.ts';

const storageKey = 'altis.language';

/** Gives language and writing direction to everything below and to the document itself. */
export function LanguageProvider(props: {
  initial: Language;
  messages: readonly LazyMessages[];
  children: ReactNode;
}): ReactNode {
  const [language, setLanguage] = useState(props.initial);
  const { messages } = props;

  const choose = useCallback(
    async (next: Language) => {
      await loadLanguage(messages, next);
      localStorage.setItem(storageKey, next);
      setLanguage(next);
    },
    [messages],
  );

  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
  }, [language]);

  const choice = useMemo(
    () => ({ language, direction: direction(language), choose: (next: Language) => void choose(next) }),
    [language, choose],
  );
  const mantineDirection = useMemo(
    () => ({ dir: choice.direction, setDirection: () => undefined, toggleDirection: () => undefined }),
    [choice.direction],
  );
  return (
    <LanguageContext value={choice}>
      <DirectionContext value={mantineDirection}>{props.children}</DirectionContext>
    </LanguageContext>
  );
}

/** What the reader chose last time, or else what the browser asks for. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : negotiateLanguage(navigator.languages);
}

/** Loads all given texts; a system whose texts cannot be loaded shows English or keys, it does not stop the others. */
export async function loadLanguage(messages: readonly LazyMessages[], language: Language): Promise<void> {
  await Promise.allSettled(messages.map((each) => loadTranslator(each, language)));
}
