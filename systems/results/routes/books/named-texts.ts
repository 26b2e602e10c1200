import type { Client } from '@altis/kernel';
import type { results } from '../../contract/index.ts';
import { localCompetitorName, localVenueName } from '../../contract/local-names.ts';
import type { BookTexts } from '../../messages/book-texts.ts';

/** The words of a book, and the names of competitors and venues in its language. */
export type NamedTexts = BookTexts & {
  /** As pages show it: in the language of the book where it is that of the organisation. */
  competitor(named: { readonly name: string; readonly organisation: string | null }): string;
  venue(unit: { readonly venue: string | null; readonly venueName: string | null }): string;
};

/** Adds the names that there are now to the words of a language. */
export async function nameTexts(texts: BookTexts, api: Client<typeof results.contract>): Promise<NamedTexts> {
  const [organisations, venues] = await Promise.all([api.organisations.list(), api.venues.list()]);
  const organisationNames = new Map(organisations.items.map(({ code, name }) => [code, name]));
  const venueNames = new Map(venues.items.map(({ code, name }) => [code, name]));
  return {
    ...texts,
    competitor: ({ name, organisation }) =>
      texts.name(localCompetitorName(name, organisationNames.get(organisation ?? ''))),
    venue: ({ venue, venueName }) => texts.name(localVenueName(venueName ?? venue ?? '', venueNames.get(venue ?? ''))),
  };
}
