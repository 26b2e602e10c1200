import type { OdfBracketItem, OdfBracketPlace, OdfMessage } from '@altis/odf';
import type { Bracket, Source } from '../contract/index.ts';
import { competitorFacts, outcomeOf } from './competitor-facts.ts';
import { toInstant } from './instant.ts';
import { nameOf } from './name-competitors.ts';
import type { Register } from './register.ts';

type Place = Bracket['rounds'][number]['items'][number]['places'][number];
type PlaceFacts = Place & { readonly kind: 'athlete' | 'team' };
type Item<Competitor> = Omit<Bracket['rounds'][number]['items'][number], 'places'> & { readonly places: Competitor[] };

/** What the results keep of a `Bracket` of DT_BRACKETS. */
export type BracketFacts = {
  readonly code: string;
  readonly rounds: readonly { readonly code: string; readonly items: readonly Item<PlaceFacts>[] }[];
};

/** Reads a DT_BRACKETS, rounds and items in the order written. */
export function bracketFacts({ content }: OdfMessage, zone: string): BracketFacts[] {
  const brackets = content.kind === 'brackets' ? content.brackets : [];
  return brackets.map(({ code, rounds }) => ({
    code,
    rounds: rounds.map((round) => ({
      code: round.code,
      items: round.items.map((item) => ({
        unit: item.unit ?? null,
        position: item.position ?? null,
        startsAt: startOf(item, zone),
        result: item.result ?? null,
        places: item.places
          .toSorted((left, right) => Number(left.position) - Number(right.position) || 0)
          .map(placeFacts),
      })),
    })),
  }));
}

/** A bracket under the names of the register. */
export function presentBracket({ code, rounds }: BracketFacts, register: Register, source: Source): Bracket {
  const present = ({ kind, ...place }: PlaceFacts): Place => {
    const name = place.code === null ? undefined : nameOf({ kind, code: place.code }, register);
    return { ...place, name: name ?? place.name };
  };
  return {
    code,
    rounds: rounds.map((round) => ({
      code: round.code,
      items: round.items.map((item) => ({ ...item, places: item.places.map(present) })),
    })),
    source,
  };
}

/** Codes of the participants and teams that it names. */
export function codesOfBracket({ rounds }: BracketFacts): string[] {
  const places = rounds.flatMap(({ items }) => items).flatMap((item) => item.places);
  return places.flatMap(({ code }) => (code === null ? [] : [code]));
}

function placeFacts({ competitor: element, previousUnit, result, wlt, irm }: OdfBracketPlace): PlaceFacts {
  // Without a competitor a place has a code such as TBD, which stands for nobody.
  const competitor = element === undefined || element.code === '' ? undefined : competitorFacts(element);
  return {
    code: competitor?.code ?? null,
    kind: competitor?.kind ?? 'team',
    name: competitor?.name ?? null,
    organisation: competitor?.organisation || null,
    from: previousUnit?.unit ?? null,
    fromOutcome: previousUnit?.wlt ?? previousUnit?.value ?? null,
    result: result ?? null,
    outcome: outcomeOf(wlt),
    invalidMark: irm ?? null,
  };
}

/** TimeStamp, or else Date and Time at the venue. */
function startOf({ timeStamp, date, time }: OdfBracketItem, zone: string): string | null {
  return toInstant(timeStamp ?? (date === undefined ? undefined : `${date}T${time ?? '00:00'}`), zone);
}
