import type { UnitDetail } from '../contract/index.ts';
import { nothingYet, type CompetitorFacts } from './competitor-facts.ts';
import type { PlayByPlaySheet } from './document-content.ts';
import type { Statistics } from './statistics.ts';
import type { UnitResults } from './unit-results.ts';

type Sent<Content> = { readonly sentAt: string; readonly content: Content } | undefined;

/** The newest documents about a unit. */
export type UnitDocuments = {
  readonly results: Sent<UnitResults>;
  readonly current: Sent<UnitResults>;
  readonly playByPlay: Sent<Pick<PlayByPlaySheet, 'home' | 'away'>>;
  readonly statistics?: readonly Statistics[];
  /** Of the schedule's start list. */
  readonly starts: readonly CompetitorFacts[];
};

/** What the documents about a unit say together, under the names that they have. */
export type UnitState = Pick<UnitDetail, 'clock' | 'periods' | 'officials' | 'progress'> & {
  readonly competitors: readonly CompetitorFacts[];
};

/**
 * Puts together what is said of a unit: its DT_RESULT, over it the scoreboard (DT_CURRENT) where that was sent later and
 * the unit is not over; before there is any, the start list of the schedule, or the sides of the play-by-play.
 */
export function unitState({ results, current, playByPlay, statistics = [], starts }: UnitDocuments): UnitState {
  const isOver = endings.has(results?.content.status ?? '');
  const isLive = !isOver && current !== undefined && current.sentAt > (results?.sentAt ?? '');
  const base = results?.content ?? (isLive ? current.content : undefined);
  const board = isLive ? current.content : undefined;
  const { home = null, away = null } = playByPlay?.content ?? {};
  const listed = [base?.competitors ?? [], starts].find((each) => each.length > 0) ?? sides(home, away);
  return {
    competitors: listed.map((competitor) => ({
      ...competitor,
      ...scoreOf(
        board?.competitors.find(({ code }) => code === competitor.code),
        competitor,
      ),
      side: sideOf(competitor.code, home, away) ?? competitor.side,
      details: [
        ...competitor.details,
        ...statistics
          .flatMap((each) => each.filter(({ code }) => code === competitor.code))
          .flatMap((each) => each.details),
      ],
    })),
    clock: board?.clock ?? base?.clock ?? null,
    periods: board !== undefined && board.periods.length > 0 ? board.periods : (base?.periods ?? []),
    officials: base?.officials ?? [],
    progress: board?.progress ?? base?.progress ?? null,
  };
}

/** ODF ResultStatus of units that are over: a scoreboard that is still on tells nothing of them. */
const endings: ReadonlySet<string> = new Set(['UNCONFIRMED', 'UNOFFICIAL', 'PROVISIONAL', 'PROTESTED', 'OFFICIAL']);

/** What a scoreboard says of a competitor; where it is silent, and for who has a mark instead of a result, that stays. */
function scoreOf(live: CompetitorFacts | undefined, { invalidMark }: CompetitorFacts): Partial<CompetitorFacts> {
  if (live === undefined) return {};
  const { rank, result, diff } = live;
  if (invalidMark !== null) return { isCurrent: live.isCurrent };
  return {
    ...(rank !== null && { rank }),
    ...(result !== null && { result }),
    ...(diff !== null && { diff }),
    isCurrent: live.isCurrent,
  };
}

function sides(home: string | null, away: string | null): CompetitorFacts[] {
  return [home, away].flatMap((code) =>
    code === null
      ? []
      : [{ ...nothingYet, code, kind: 'team' as const, name: code, organisation: '', side: null, athletes: [] }],
  );
}

function sideOf(code: string, home: string | null, away: string | null): 'home' | 'away' | null {
  if (code === home) return 'home';
  return code === away ? 'away' : null;
}
