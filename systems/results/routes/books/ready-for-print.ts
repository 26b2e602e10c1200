import type { PrintDocument } from '@altis/print';
import type { BookTexts } from '../../messages/book-texts.ts';
import type { Book } from './book.ts';
import { instantText } from './venue-time.ts';

/** A book as the printer takes it: in its language, and with the time of printing at the foot of each page. */
export function readyForPrint({ title, sections }: Book, texts: BookTexts, printedAt: Date): PrintDocument {
  const printed = texts.book('printed', { time: instantText(printedAt.toISOString(), texts) });
  return {
    title,
    language: texts.language,
    direction: texts.direction,
    sections: sections.map((section) => ({
      ...section,
      foot: [...section.foot, printed],
    })),
    // The printer knows the numbers of pages only when they are laid out.
    pageOf: texts.book('page', { page: '{page}', pages: '{pages}' }),
    fontMissing: texts.book('fontMissing', { packages: '{packages}' }),
  };
}
