import type { Client } from '@altis/kernel';
import type { PrintSection } from '@altis/print';
import type { results } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';

/** What the composers of a book are given. */
export type BookMaking = {
  readonly api: Client<typeof results.contract>;
  readonly texts: NamedTexts;
  /** Names of disciplines in the language of the book, by code. */
  readonly disciplines: ReadonlyMap<string, string>;
};

export type Book = {
  readonly title: string;
  /** Name of the file, without its ending. */
  readonly file: string;
  readonly sections: readonly PrintSection[];
};
