import type { Ground } from './fact.ts';
import { followLeads, leadGrounds } from './leads.ts';
import type { Lead } from './leads.ts';
import type { ResultLine, ResultsSaid } from './tell-results.ts';
import type { Telling } from './telling.ts';

/** What is remembered of the result lists of a unit. */
export type ResultsStory = {
  readonly kind: ResultsSaid['kind'];
  /** The newest list. */
  readonly told: ResultsSaid;
  /**
   * Whether the unit was followed while it ran. A unit whose first list is a final one (an archive, a table of results)
   * tells how it ended, but not when who started, passed, finished or led.
   */
  readonly wasLive: boolean;
  /** What was true at some time and is not said any more: who was on course, that the result was unofficial. */
  readonly moments: readonly Ground[];
  readonly leads: readonly Lead[];
  readonly podiums: readonly Lead[];
};

/** Takes the next list into the story. */
export function followResults(story: ResultsStory | undefined, telling: Telling, told: ResultsSaid): ResultsStory {
  const stage = stageOf(told.status);
  const isLive = told.kind === 'results' && stage === 'running';
  const wasLive = isLive || (story?.wasLive ?? false);
  const next = { kind: told.kind, told, wasLive, moments: momentsOf(story, telling, told), leads: [], podiums: [] };
  if (told.kind === 'total' || stage === 'before') {
    return { ...next, leads: story?.leads ?? [], podiums: story?.podiums ?? [] };
  }
  const standing = { telling, told, isSilent: !wasLive };
  return {
    ...next,
    leads: followLeads(story?.leads ?? [], standing, 1),
    podiums: told.isGame ? [] : followLeads(story?.podiums ?? [], standing, 3),
  };
}

/** Everything that the story gives reason for, but for the lines of the competitors in `without`. */
export function resultsGrounds(story: ResultsStory, without: ReadonlySet<string>): Ground[] {
  const { told, wasLive, moments, leads, podiums } = story;
  const stage = stageOf(told.status);
  const isRun = wasLive && stage !== 'before';
  return [
    ...(isRun ? [{ key: '', kind: 'started' } as const] : []),
    ...told.lines
      .filter(({ competitor }) => !without.has(competitor))
      .flatMap((line) => [...(isRun ? courseGrounds(line, told.isGame) : []), ...lineGrounds(line)]),
    ...(isRun ? [...leadGrounds(leads, told, 'lead-change'), ...leadGrounds(podiums, told, 'podium-change')] : []),
    ...moments.filter((moment) => isMomentHeld(moment, told)),
    ...(isRun && stage !== 'running' ? [{ key: '', kind: 'finished', value: finalScore(told) } as const] : []),
    ...(stage === 'official' ? [{ key: '', kind: 'official' } as const] : []),
  ];
}

/** Competitors of whom two lists give the same reasons: from one version to the next, these are nearly all. */
export function unchangedLines(before: ResultsStory, after: ResultsStory): ReadonlySet<string> {
  const isAlike =
    before.told.isGame === after.told.isGame &&
    before.wasLive === after.wasLive &&
    (stageOf(before.told.status) === 'before') === (stageOf(after.told.status) === 'before');
  const lines = new Map(before.told.lines.map((line) => [line.competitor, line]));
  const same = after.told.lines.filter((line) => JSON.stringify(line) === JSON.stringify(lines.get(line.competitor)));
  return new Set(isAlike ? same.map(({ competitor }) => competitor) : []);
}

type Stage = 'before' | 'running' | 'ended' | 'official';

/** ODF ResultStatus as stages of a unit. A list without status is one of a running unit. */
function stageOf(status: string | undefined): Stage {
  if (status === 'START_LIST') return 'before';
  if (status === 'OFFICIAL') return 'official';
  return status !== undefined && endings.has(status) ? 'ended' : 'running';
}

const endings: ReadonlySet<string> = new Set(['UNCONFIRMED', 'UNOFFICIAL', 'PROVISIONAL', 'PROTESTED']);

function courseGrounds({ competitor, result, irm, rank, splits, runs }: ResultLine, isGame: boolean): Ground[] {
  const passed = (splits ?? []).map(([position, value, at]): Ground => {
    return { key: `${competitor}:${position}`, kind: 'split', competitor, position, ...mark(value, at) };
  });
  // The score of a game is no finish, and the rounds of a unit are told one by one.
  const finishes = (runs ?? []).map(([position, value, at]): Ground => {
    return { key: `${competitor}:${position}`, kind: 'finished', competitor, position, ...mark(value, at) };
  });
  if (finishes.length === 0 && result !== undefined && irm === undefined && !isGame) {
    finishes.push({ key: competitor, kind: 'finished', competitor, ...mark(result, rank) });
  }
  return [...passed, ...finishes];
}

function lineGrounds({ competitor, irm, rank, qualification, records }: ResultLine): Ground[] {
  const grounds = (records ?? []).map(([code, type]): Ground => {
    return { key: `${competitor}:${code}:${type}`, kind: 'record', competitor, value: type };
  });
  if (irm !== undefined) grounds.push({ key: competitor, kind: 'out', competitor, value: irm });
  if (qualification !== undefined) {
    grounds.push({ key: competitor, kind: 'qualified', competitor, ...mark(qualification, rank) });
  }
  return grounds;
}

function mark(value: string | null, rank: number | null | undefined): Pick<Ground, 'value' | 'rank'> {
  return { value: value ?? undefined, rank: typeof rank === 'number' ? String(rank) : undefined };
}

function momentsOf(story: ResultsStory | undefined, telling: Telling, told: ResultsSaid): Ground[] {
  const happened: Ground[] = [];
  if (told.status === 'PROTESTED') happened.push({ key: '', kind: 'protested' });
  else if (stageOf(told.status) === 'ended') happened.push({ key: '', kind: 'unofficial' });
  const before = new Set(story?.told.lines.flatMap((line) => (line.isCurrent ? [line.competitor] : [])));
  for (const { competitor, isCurrent, result, runs } of told.isGame ? [] : told.lines) {
    const isDone = runs === undefined && result !== undefined;
    if (!isCurrent || before.has(competitor) || isDone) continue;
    const position = runs === undefined ? undefined : String(runs.length + 1);
    happened.push({ key: `${competitor}:${position ?? ''}`, kind: 'on-course', competitor, position });
  }
  // One that is held already stays as it was first told; one that was taken back is told anew.
  const held = (story?.moments ?? []).filter((moment) => isMomentHeld(moment, story?.told ?? told));
  const fresh = happened.filter(({ kind, key }) => !held.some((moment) => moment.kind === kind && moment.key === key));
  return [...held, ...fresh.map((moment) => ({ ...moment, at: telling.sentAt, message: telling.message }))];
}

function isMomentHeld({ kind, competitor }: Ground, told: ResultsSaid): boolean {
  const stage = stageOf(told.status);
  if (kind !== 'on-course') return stage === 'ended' || stage === 'official';
  const line = told.lines.find((each) => each.competitor === competitor);
  return stage !== 'before' && line !== undefined && line.irm !== 'DNS';
}

function finalScore({ isGame, lines }: ResultsSaid): string | undefined {
  const scores = lines.map(({ result }) => result);
  return isGame && lines.length === 2 && !scores.includes(undefined) ? scores.join('-') : undefined;
}
