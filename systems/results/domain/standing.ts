import type { OdfMessage, OdfResult } from '@altis/odf';
import type { Source, Standing, StandingLine } from '../contract/index.ts';
import { bySortOrder, resultFacts } from './competitor-facts.ts';
import { nameCompetitor } from './name-competitors.ts';
import type { Register } from './register.ts';

/** What the results keep of a DT_PHASE_RESULT, DT_CUMULATIVE_RESULT, DT_POOL_STANDING or DT_RANKING. */
export type StandingFacts = {
  readonly standing: Standing['kind'];
  readonly rsc: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly lines: readonly StandingLine[];
};

const kinds: ReadonlyMap<string, Standing['kind']> = new Map([
  ['DT_PHASE_RESULT', 'phase'],
  ['DT_CUMULATIVE_RESULT', 'cumulative'],
  ['DT_POOL_STANDING', 'pool'],
  ['DT_RANKING', 'ranking'],
]);

/** Reads a standing; an invalidation leaves one without lines. */
export function standingFacts({ header, content }: OdfMessage): StandingFacts {
  const said = content.kind === 'standings' ? content : undefined;
  return {
    standing: kinds.get(header.documentType) ?? 'ranking',
    rsc: header.documentCode,
    name: said?.infos.subEventName ?? said?.infos.eventName ?? null,
    status: header.resultStatus ?? null,
    lines: (said?.results ?? []).toSorted(bySortOrder).flatMap((result) =>
      resultFacts(result).map(({ athletes, ...line }) => ({
        code: line.code,
        kind: line.kind,
        name: line.name,
        organisation: line.organisation,
        athletes: athletes.map(({ code, name }) => ({ code, name: name.tv })),
        rank: line.rank,
        isRankShared: line.isRankShared,
        result: line.result,
        diff: line.diff,
        invalidMark: line.invalidMark,
        qualification: line.qualification,
        ...games(result),
        items: line.items,
        details: line.details,
        records: line.records,
      })),
    ),
  };
}

/** A standing under the names of the register; `phaseName` is that of the phase that it is about. */
export function presentStanding(
  { standing, rsc, name, status, lines }: StandingFacts,
  register: Register,
  phaseName: Standing['name'] | undefined,
  source: Source,
): Standing {
  const names = phaseName ?? { en: name ?? rsc.slice(22, 26).replace(/-+$/, '') };
  return {
    kind: standing,
    rsc,
    name: names,
    status,
    lines: lines.map((line) => nameCompetitor(line, register)),
    source,
  };
}

/** Codes of the participants and teams that it names. */
export function codesOfStanding({ lines }: StandingFacts): string[] {
  return lines.flatMap(({ code, athletes }) => [code, ...athletes.map((athlete) => athlete.code)]);
}

function games({ played, won, lost, tied, for: pointsFor, against }: OdfResult) {
  return {
    played: played ?? null,
    won: won ?? null,
    lost: lost ?? null,
    tied: tied ?? null,
    pointsFor: pointsFor ?? null,
    pointsAgainst: against ?? null,
  };
}
