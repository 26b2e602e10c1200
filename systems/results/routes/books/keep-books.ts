import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { takeTurns } from '@altis/http';
import { problem } from '@altis/kernel';
import type { PrintDocument, Printer } from '@altis/print';
import type { Book } from './book.ts';

/** A book as it is sent. */
type KeptBook = { readonly file: string; readonly revision: string; readonly pdf: Buffer };

export type KeepBooksOptions = {
  readonly printer: Printer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What drawn books may take of memory, in bytes; the longest unused go first. */
  readonly memoryBytes: number;
  /** Called where a font is missing on this machine. */
  readonly onMissingFonts: (packages: readonly string[]) => void;
};

export type BookSource = {
  /** Path and language: what names the book. */
  readonly key: string;
  compose(): Promise<Book>;
  /** Makes it ready for print at this time. */
  document(book: Book, printedAt: Date): PrintDocument;
};

/** Whoever asks again so soon gets the same without anything being read. */
const freshMs = 2_000;

/** The composed books waiting for the printer hold memory. */
const composedAtOnce = 2;
const composedWaiting = 40;

/** Books that were drawn, by what they say: one that says the same is not drawn again, and its tag stays. */
export interface BookKeeper {
  /** Throws what composing throws, NOT_FOUND or UNAVAILABLE. */
  ask(source: BookSource): Promise<KeptBook>;
}

/** Books are drawn when somebody asks for them, and again only when they say something else. */
export function keepBooks({ printer, now, memoryBytes, onMissingFonts }: KeepBooksOptions): BookKeeper {
  const kept = new Map<string, { book: KeptBook; checkedAtMs: number }>();
  const underWay = new Map<string, Promise<KeptBook>>();
  const inTurn = takeTurns({ atOnce: composedAtOnce, waiting: composedWaiting });

  async function make({ key, compose, document }: BookSource): Promise<KeptBook> {
    const composed = await compose();
    const revision = await digestOf(composed);
    const before = kept.get(key)?.book;
    if (before?.revision === revision) return before;
    const { pdf, missingFonts } = await printer.print(document(composed, new Date(now()))).catch((error: unknown) => {
      throw problem('UNAVAILABLE', 'This book cannot be printed now.', {
        remedy: 'Try again; the log of the server says why.',
        cause: error,
      });
    });
    if (missingFonts.length > 0) onMissingFonts(missingFonts);
    return { file: composed.file, revision, pdf };
  }

  function keep(key: string, book: KeptBook): void {
    kept.delete(key);
    kept.set(key, { book, checkedAtMs: now() });
    let takenBytes = kept.values().reduce((sum, each) => sum + each.book.pdf.byteLength, 0);
    for (const [oldest, { book: old }] of kept) {
      if (takenBytes <= memoryBytes) return;
      takenBytes -= old.pdf.byteLength;
      kept.delete(oldest);
    }
  }

  async function refresh(source: BookSource): Promise<KeptBook> {
    try {
      const book = await inTurn(() => make(source));
      keep(source.key, book);
      return book;
    } finally {
      underWay.delete(source.key);
    }
  }

  return {
    async ask(source) {
      const known = kept.get(source.key);
      if (known !== undefined && now() - known.checkedAtMs < freshMs) return known.book;
      const making = underWay.get(source.key) ?? refresh(source);
      underWay.set(source.key, making);
      return making;
    },
  };
}

/** In parts, between which others have their turn: a book of a discipline may have a thousand pages. */
async function digestOf({ title, sections }: Book): Promise<string> {
  const hash = createHash('sha256').update(title);
  for (const section of sections) {
    hash.update(JSON.stringify(section));
    await nextTurn();
  }
  return hash.digest('base64url').slice(0, 22);
}
