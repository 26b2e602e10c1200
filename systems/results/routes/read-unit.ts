import { problem } from '@altis/kernel';
import type { Communication, Source, UnitDetail } from '../contract/index.ts';
import { venueTopic } from '../domain/document-content.ts';
import type { Register } from '../domain/register.ts';
import { unitCompetitors } from '../domain/unit-competitors.ts';
import { unitState } from '../domain/unit-state.ts';
import { weatherOfDay } from '../domain/weather.ts';
import { listActions } from '../store/actions.ts';
import { findScheduledUnits } from '../store/claims.ts';
import { findDocumentsAbout, sourceOf, type HeldDocument } from '../store/documents.ts';
import { listFacts } from '../store/facts.ts';
import { findRegister } from '../store/register.ts';
import { findUnits } from '../store/units.ts';
import type { ResultsRoom } from './intake/intake.ts';

const kinds = ['results', 'current', 'play-by-play', 'statistics', 'communication', 'weather'] as const;

/** A unit with its competitors and its play-by-play. */
export async function readUnit({ db }: ResultsRoom, rsc: string): Promise<UnitDetail> {
  const summary = (await findUnits(db, [rsc])).get(rsc);
  if (summary === undefined) {
    throw problem('NOT_FOUND', `There is no unit ${rsc}.`, {
      remedy: 'It appears with the schedule or its first message.',
    });
  }
  const discipline = `${summary.discipline}${'-'.repeat(31)}`;
  const venue = summary.venue === null ? [] : [venueTopic(summary.venue)];
  const documents = await findDocumentsAbout(db, [rsc, discipline, ...venue], kinds);
  const own = documents.filter(({ subject }) => subject === rsc);
  const newest = own.find(({ kind }) => kind === 'results' || kind === 'current' || kind === 'play-by-play');
  const hasResults = own.some((document) => document.kind === 'results' && document.content.competitors.length > 0);
  const { competitors, ...state } = unitState({
    results: own.find((document) => document.kind === 'results'),
    current: own.find((document) => document.kind === 'current'),
    playByPlay: own.find((document) => document.kind === 'play-by-play'),
    statistics: own.flatMap((document) => (document.kind === 'statistics' ? [document.content] : [])),
    starts: hasResults ? [] : ((await findScheduledUnits(db, [rsc])).get(rsc)?.starts ?? []),
  });
  return {
    ...summary,
    competitors: unitCompetitors(competitors, await registerFor(db, competitors)),
    ...(await listActions(db, rsc)),
    ...state,
    weather: weatherOfDay(
      documents.flatMap((document) =>
        document.kind === 'weather' ? document.content.map((facts) => ({ facts, source: sourceOf(document) })) : [],
      ),
      summary,
    ),
    communications: communicationsIn(documents).filter(({ unit }) => unit === rsc),
    facts: await listFacts(db, [rsc]),
    source: newest === undefined ? null : sourceOf(newest),
  };
}

/** Decisions, protests and notices, newest first. */
export function communicationsIn(documents: readonly HeldDocument[]): Communication[] {
  const said = documents.flatMap((document) => {
    const source: Source = sourceOf(document);
    return document.kind === 'communication' ? document.content.map((facts) => ({ ...facts, source })) : [];
  });
  const time = ({ publishedAt, source }: Communication): string => publishedAt ?? source.issuedAt;
  return said.toSorted((left, right) => (time(left) < time(right) ? 1 : -1));
}

async function registerFor(
  db: ResultsRoom['db'],
  competitors: readonly { readonly code: string; readonly athletes: readonly { readonly code: string }[] }[],
): Promise<Register> {
  const named = competitors.flatMap(({ code, athletes }) => [code, ...athletes.map((each) => each.code)]);
  const first = await findRegister(db, [...new Set(named)]);
  const lineUps = competitors
    .filter(({ athletes }) => athletes.length === 0)
    .flatMap(({ code }) => first.teams.get(code) ?? []);
  const members = lineUps.flatMap((team) => team.members.map(({ code }) => code));
  if (members.length === 0) return first;
  const { participants } = await findRegister(db, members);
  return { teams: first.teams, participants: new Map([...first.participants, ...participants]) };
}
