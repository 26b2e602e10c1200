import { isNotModified, type FastifyInstance } from '@altis/http';
import { isLanguage, type Language } from '@altis/i18n';
import { problem, problemBehind, type Client } from '@altis/kernel';
import { openPrinter } from '@altis/print';
import * as z from 'zod';
import { results } from '../../contract/index.ts';
import { loadBookTexts, type BookTexts } from '../../messages/book-texts.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { bookOf } from './book-of.ts';
import type { Book } from './book.ts';
import { keepBooks, type BookSource } from './keep-books.ts';
import { nameTexts } from './named-texts.ts';
import { readyForPrint } from './ready-for-print.ts';

const Query = z.object({
  /** One of the product's languages. */
  language: z.custom<Language>(isLanguage, 'There are no books in this language.').default('en'),
});

const memoryBytes = 64 * 1024 * 1024;

/**
 * `GET /api/results/books/…`: `units/<rsc>.pdf`, `events/<rsc>.pdf`, `days/<YYYY-MM-DD>.pdf`, `disciplines/<code>.pdf`,
 * `medals.pdf`, each with `?language=fr`. The tag is weak (RFC 9110, clause 8.8.1): it says what a book says, and drawn
 * again it differs in the time of printing.
 */
export function mountBooks(app: FastifyInstance, room: ResultsRoom): void {
  const printer = openPrinter();
  const keeper = keepBooks({
    printer,
    now: () => room.clock.now(),
    memoryBytes,
    onMissingFonts: (packages) => room.log.warn({ packages }, 'fonts for books are missing: install these packages'),
  });
  app.addHook('onClose', () => printer.close());
  const config = { permission: 'results.unit.read' };
  app.get<{ Params: { '*': string } }>('/api/results/books/*', { config }, async (request, reply) => {
    const path = request.params['*'];
    const query = Query.safeParse(request.query);
    if (!query.success) {
      throw problem('INVALID_INPUT', z.prettifyError(query.error).split('\n')[0] ?? '', {
        remedy: 'A book takes language: en, fr, it, de, es, pt, zh-Hans, zh-Hant, ja, ko, ar or ru.',
      });
    }
    const texts = await loadBookTexts(query.data.language);
    const { file, revision, pdf } = await keeper.ask(sourceOf(path, room.reach(results), texts));
    void reply.header('etag', `W/"${revision}"`).header('cache-control', 'public, max-age=5');
    if (isNotModified(request.headers, `"${revision}"`, undefined)) return reply.code(304).send();
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${file}.pdf"`)
      .header('x-content-type-options', 'nosniff')
      .send(pdf);
  });
}

function sourceOf(path: string, api: Client<typeof results.contract>, texts: BookTexts): BookSource {
  return {
    key: `${path} ${texts.language}`,
    compose: () => compose(path, api, texts),
    document: (book, printedAt) => readyForPrint(book, texts, printedAt),
  };
}

async function compose(path: string, api: Client<typeof results.contract>, texts: BookTexts): Promise<Book> {
  try {
    const { items } = await api.disciplines.list();
    const disciplines = new Map(items.map(({ code, name }) => [code, texts.name(name)]));
    const book = await bookOf(path, { api, texts: await nameTexts(texts, api), disciplines });
    if (book !== undefined) return book;
  } catch (error) {
    throw problemBehind(error);
  }
  throw problem('NOT_FOUND', `There is no book "${path.slice(0, 60)}".`, {
    remedy:
      'There are units/<rsc>.pdf, events/<rsc>.pdf, days/<YYYY-MM-DD>.pdf, disciplines/<code>.pdf and medals.pdf.',
  });
}
