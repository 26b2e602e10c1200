import { use } from 'react';
import type { Translate } from '@altis/i18n';
import { useLanguage } from './language-context.ts';
import { loadTranslator } from './lazy-messages.ts';
import type { LazyMessages } from './lazy-messages.ts';

/** `const t = useText(messages); t('key', { count: 3 })` in the reader's language; suspends while texts load. */
export function useText<Key extends string>(messages: LazyMessages<Key>): Translate<Key> {
  const { language } = useLanguage();
  // Always by `use`: React warns where a render that waited before does not wait again.
  return use(loadTranslator(messages, language));
}
