import { useMemo } from 'react';
import { formatter } from '@altis/i18n';
import type { Formatter } from '@altis/i18n';
import { useLanguage } from './language-context.ts';

/** Dates, numbers, sizes and lists in the reader's language; in `timeZone` (IANA name), by default the reader's own. */
export function useFormat(timeZone?: string): Formatter {
  const { language } = useLanguage();
  return useMemo(() => formatter(language, timeZone), [language, timeZone]);
}
