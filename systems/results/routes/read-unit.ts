import { problem } from '@altis/kernel';
import type { Communication, Picture, Source, UnitDetail } from '../contract/index.ts';
import type { PictureFacts } from '../domain/pictures.ts';
import type { Register } from '../domain/register.ts';
import { unitCompetitors } from '../domain/unit-competitors.ts';
import { settingsOf } from '../domain/unit-settings.ts';
import { unitState } from '../domain/unit-state.ts';
import { weatherOfDay } from '../domain/weather.ts';
import { listActions } from '../store/actions.ts';
import { findScheduledUnits } from '../store/claims.ts';
import { findUnitDocuments, sourceOf, type DocumentOfUnit } from '../store/documents.ts';
import { listFacts } from '../store/facts.ts';
import { listMedals } from '../store/medals.ts';
import { findRegister } from '../store/register.ts';
import type { ResultsRoom } from './intake/intake.ts';
import { pictureAddress } from './send-picture.ts';

/** A unit with its competitors and its play-by-play. */
export async function readUnit({ db }: ResultsRoom, rsc: string): Promise<UnitDetail> {
  const found = await findUnitDocuments(db, rsc);
  if (found === undefined) {
    throw problem('NOT_FOUND', `There is no unit ${rsc}.`, {
      remedy: 'It appears with the schedule or its first message.',
    });
  }
  const { unit, documents } = found;
  const own = documents.filter(({ subject }) => subject === rsc);
  const newest = own.find(({ kind }) => kind === 'results' || kind === 'current' || kind === 'play-by-play');
  const playByPlay = own.find((document) => document.kind === 'play-by-play');
  const hasResults = own.some((document) => document.kind === 'results' && document.content.competitors.length > 0);
  const { competitors, ...state } = unitState({
    results: own.find((document) => document.kind === 'results'),
    current: own.find((document) => document.kind === 'current'),
    playByPlay,
    statistics: own.flatMap((document) => (document.kind === 'statistics' ? [document.content] : [])),
    starts: hasResults ? [] : ((await findScheduledUnits(db, [rsc])).get(rsc)?.starts ?? []),
  });
  return {
    ...unit,
    competitors: unitCompetitors(competitors, await registerFor(db, competitors)),
    ...(playByPlay === undefined ? { actions: [], withdrawn: [] } : await listActions(db, rsc)),
    ...state,
    weather: weatherOfDay(
      documents.flatMap((document) =>
        document.kind === 'weather' ? document.content.map((facts) => ({ facts, source: sourceOf(document) })) : [],
      ),
      unit,
    ),
    communications: communicationsIn(documents).filter((each) => each.unit === rsc),
    settings: settingsOf(
      rsc,
      documents.flatMap((document) =>
        document.kind === 'configuration'
          ? document.content.map((facts) => ({ facts, source: sourceOf(document) }))
          : [],
      ),
    ),
    pictures: own.flatMap((document) =>
      document.kind === 'images' ? document.content.map((facts) => pictureOf(facts, sourceOf(document))) : [],
    ),
    facts: await listFacts(db, [rsc]),
    medals: unit.medal === 'none' ? [] : await medalsOf(db, unit.event),
    source: newest === undefined ? null : sourceOf(newest),
  };
}

async function medalsOf(db: ResultsRoom['db'], event: string): Promise<UnitDetail['medals']> {
  return (await listMedals(db, { event })).map(({ facts: { code, medal } }) => ({ code, medal }));
}

function pictureOf({ index, kind, title, description, mediaType, address }: PictureFacts, source: Source): Picture {
  const shown = mediaType === null ? null : pictureAddress(source.message, index);
  return { kind, title, description, address: shown ?? address ?? '', isShown: shown !== null, source };
}

/** Decisions, protests and notices, newest first. */
export function communicationsIn(documents: readonly DocumentOfUnit[]): Communication[] {
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
  const membersOf = competitors.filter(({ athletes }) => athletes.length === 0).map(({ code }) => code);
  return findRegister(db, [...new Set(named)], { membersOf });
}
