import type { PrintSection } from '@altis/print';
import type { Source } from '../../contract/index.ts';
import type { BookTexts } from '../../messages/book-texts.ts';
import { instantText } from './venue-time.ts';

/** The running head: what it is about, and of which Games. */
export function headOf(games: string, discipline: string, event = '', name = ''): PrintSection['head'] {
  const lines = [discipline, [event, name].filter((each) => each !== '').join(' – ')];
  return { start: lines.filter((each) => each !== ''), end: [games] };
}

/** What the data on a page are, and from which message. */
export function footOf(code: string, source: Source | null, texts: BookTexts): string[] {
  if (source === null) return code === '' ? [] : [code];
  const { documentType: document, version, issuedAt } = source;
  // Headers of messages have the clock of the venues, as a rule without an offset.
  const hasOffset = /Z|[+-]\d\d:\d\d$/.test(issuedAt);
  const time = hasOffset ? `${instantText(issuedAt, texts)} UTC` : instantText(`${issuedAt}Z`, texts);
  return [texts.book('data', { document, version, time }), ...(code === '' ? [] : [code])];
}
