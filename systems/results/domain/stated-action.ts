import type { OdfAction, OdfCompetitor } from '@altis/odf';
import type { Action } from '../contract/index.ts';
import { toInstant } from './instant.ts';
import { nameInMessage } from './person-name.ts';

/** The unit and sides that an action belongs to. */
export type ActionPlace = {
  readonly unit: string;
  readonly home: string | undefined;
  readonly away: string | undefined;
  /** Period of the message, for actions that do not say their own. */
  readonly period: string | undefined;
};

/** An action as its message states it, with the names that the message has. `zone` is that of the venue. */
export function statedAction(action: OdfAction, place: ActionPlace, zone: string): Action {
  return {
    id: action.id,
    unit: place.unit,
    discipline: place.unit.slice(0, 3),
    code: action.action ?? '',
    result: action.result ?? null,
    comment: action.comment ?? null,
    period: action.period ?? place.period ?? null,
    // An action without an order comes after all others.
    order: action.order ?? Number.MAX_SAFE_INTEGER,
    clock: action.when ?? null,
    at: toInstant(action.timeStamp, zone),
    homeScore: action.scoreHome ?? null,
    awayScore: action.scoreAway ?? null,
    home: place.home ?? null,
    away: place.away ?? null,
    competitors: action.competitors.map(competitorOf),
  };
}

/** The participants and teams that an action names, home and away included. */
export function codesIn({ competitors, home, away }: Action): string[] {
  const named = competitors.flatMap(({ code, athletes }) => [code, ...athletes.map((athlete) => athlete.code)]);
  return [...new Set([...named, home, away].filter((code): code is string => code !== null && code !== ''))];
}

function competitorOf({ code, type, teamName, organisation, athletes }: OdfCompetitor): Action['competitors'][number] {
  const people = athletes.map((athlete) => ({
    code: athlete.code,
    name: nameInMessage(athlete),
    organisation: athlete.organisation ?? organisation ?? '',
    role: athlete.role ?? null,
    bib: athlete.bib ?? null,
  }));
  const isAthlete = type === 'A';
  return {
    code,
    kind: isAthlete ? 'athlete' : 'team',
    name: isAthlete ? (people[0]?.name.tv ?? code) : (teamName ?? code),
    organisation: organisation ?? '',
    athletes: people,
  };
}
