import { problem } from '@altis/kernel';

/** The last item of a page, by everything that pages are ordered by. */
export type Cursor = { readonly score: number; readonly dateMs: number; readonly number: number };

/** Where a page of results ended, as text for an address. */
export function writeCursor({ score, dateMs, number }: Cursor): string {
  return Buffer.from([score, dateMs, number].join(',')).toString('base64url');
}

/** @throws Problem `INVALID_INPUT` for a cursor that `writeCursor` did not write. */
export function readCursor(text: string): Cursor {
  const parts = /^(\d{1,16}),(-?\d{1,16}),(\d{1,16})$/.exec(Buffer.from(text, 'base64url').toString());
  const [score = NaN, dateMs = NaN, number = NaN] = parts?.slice(1).map(Number) ?? [];
  if ([score, dateMs, number].every(Number.isSafeInteger)) return { score, dateMs, number };
  throw problem('INVALID_INPUT', 'The cursor of the next page is not one that the search gave out.', {
    remedy: 'Search again from the first page.',
  });
}
