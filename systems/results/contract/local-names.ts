import type { LocalName } from './vocabulary.ts';

/**
 * The name of a competitor: a team that is called like its organisation in any language has the organisation's name in
 * all of them; every other name stays as it is.
 *
 * @param organisation names of its organisation by language, as far as there are any
 */
export function localCompetitorName(name: string, organisation: LocalName = {}): LocalName {
  return Object.values(organisation).includes(name) ? organisation : asWritten(name);
}

/** The name of a venue, in all languages that there are; else the one that a unit has for it. */
export function localVenueName(written: string, venue: LocalName | undefined): LocalName {
  return venue ?? asWritten(written);
}

/** A name whose language nobody says (BCP 47: undetermined). */
function asWritten(name: string): LocalName {
  return { und: name };
}
