import type { Ground } from './fact.ts';
import type { ResultLine, ResultsSaid } from './tell-results.ts';
import type { Telling } from './telling.ts';

/** That a competitor came to the first rank, or among the first three; with what it rested on. */
export type Lead = {
  readonly competitor: string;
  /** How many times the competitor has done so. */
  readonly number: number;
  /** Who was there from then on. */
  readonly places: readonly Ranked[];
  /** What those who were there before and after had, to see what is put right later. */
  readonly marks: readonly Mark[];
  readonly at: string;
  readonly message: string;
  /** It is where the story begins, and no news. */
  readonly isSilent?: true;
};

type Ranked = readonly [rank: number, competitor: string];
/** Result, and how many splits and runs it is made of: a result that changes with these is progress, else a correction. */
type Mark = readonly [competitor: string, result: string, progress: number];

/** Adds who came into the first `depth` ranks with a list. */
export function followLeads(
  leads: readonly Lead[],
  { telling, told, isSilent }: { readonly telling: Telling; readonly told: ResultsSaid; readonly isSilent: boolean },
  depth: number,
): Lead[] {
  const held = holding(leads, told, depth).map(({ lead }) => lead);
  const last = held.at(-1)?.places ?? [];
  const now = firstOf(told, depth);
  if (now.length === 0 || isSame(last, now)) return [...leads];
  const come = now.filter(([rank, code]) => !last.some(([before, known]) => known === code && before <= rank));
  const about = come.length > 0 ? come : now.slice(0, 1);
  const lines = linesOf(told);
  // A score means nothing without that of the other side.
  const counted = told.isGame ? [...lines.keys()] : [...last, ...now].map(([, code]) => code);
  const marks = [...new Set(counted)].flatMap((code) => markOf(lines.get(code)));
  const fresh = about.map(([, competitor]): Lead => {
    const earlier = held.filter((lead) => lead.competitor === competitor).map(({ number }) => number);
    const { sentAt: at, message } = telling;
    const lead = { competitor, number: Math.max(0, ...earlier) + 1, places: now, marks, at, message };
    return isSilent ? { ...lead, isSilent } : lead;
  });
  // Of one that does not hold and is told anew, the new one counts.
  const kept = leads.filter(
    (lead) => !fresh.some(({ competitor, number }) => lead.competitor === competitor && lead.number === number),
  );
  return [...kept, ...fresh];
}

/** The leads that hold, as facts. */
export function leadGrounds(
  leads: readonly Lead[],
  told: ResultsSaid,
  kind: 'lead-change' | 'podium-change',
): Ground[] {
  const lines = linesOf(told);
  return holding(leads, told, kind === 'lead-change' ? 1 : 3).flatMap(({ lead, previous }): Ground[] => {
    if (lead.isSilent === true) return [];
    const { competitor, number, at, message, places } = lead;
    const key = `${competitor}:${number}`;
    const rank = told.isGame ? undefined : String(places.find(([, code]) => code === competitor)?.[0] ?? '');
    const value = told.isGame ? scoreOf(lead, told) : valueNow(lead, lines.get(competitor));
    return [{ key, kind, competitor, value, rank, previous: previous.join(' ') || undefined, at, message }];
  });
}

/** The leads that a list does not take back, with those who were there before. One that changes nothing is left out. */
function holding(
  leads: readonly Lead[],
  told: ResultsSaid,
  depth: number,
): { readonly lead: Lead; readonly previous: readonly string[] }[] {
  const lines = linesOf(told);
  const held: { lead: Lead; previous: readonly string[] }[] = [];
  let message = '';
  let before: readonly Ranked[] = [];
  let last: readonly Ranked[] = [];
  for (const lead of leads) {
    if (!stands(lead, last, lines, told.isGame, depth)) continue;
    const places = lead.places.filter(([, code]) => !isTakenBack(lead, lines.get(code)));
    // Two who come with one message come to the same places.
    if (lead.message !== message && isSame(places, last)) continue;
    if (lead.message !== message) before = last;
    message = lead.message;
    last = places;
    held.push({ lead: { ...lead, places }, previous: before.map(([, code]) => code) });
  }
  return held;
}

function stands(
  lead: Lead,
  last: readonly Ranked[],
  lines: ReadonlyMap<string, ResultLine>,
  isGame: boolean,
  depth: number,
): boolean {
  const line = lines.get(lead.competitor);
  if (line === undefined) return false;
  const mark = lead.marks.find(([code]) => code === lead.competitor);
  // A score only grows, unless it is put right.
  if (isGame) return mark === undefined || Number(line.result) >= Number(mark[1]);
  if (isTakenBack(lead, line)) return false;
  if (!lead.marks.some((each) => isPutRight(each, lines.get(each[0])))) return true;
  const rivals = new Set([...last, ...lead.places].map(([, code]) => code));
  const ahead = [...rivals].filter((code) => {
    const rival = lines.get(code);
    const known = lead.marks.find(([of]) => of === code);
    const isComparable = rival?.rank !== undefined && known !== undefined && progressOf(rival) === known[2];
    return isComparable && rival.rank < (line.rank ?? Infinity);
  });
  return ahead.length < depth;
}

/** Who led with a result and has none any more, or was disqualified, did not lead. */
function isTakenBack({ marks, competitor }: Lead, line: ResultLine | undefined): boolean {
  if (line === undefined || /^D(?:SQ|Q)/.test(line.irm ?? '')) return true;
  const hadResult = marks.some(([code]) => code === (line.competitor ?? competitor));
  return hadResult && (line.result === undefined || line.irm !== undefined);
}

function isPutRight([, result, progress]: Mark, line: ResultLine | undefined): boolean {
  return line === undefined || (progressOf(line) === progress && line.result !== result);
}

/** Its result at that time; where it was put right without further progress, as it is now. */
function valueNow({ marks, competitor }: Lead, line: ResultLine | undefined): string | undefined {
  const mark = marks.find(([code]) => code === competitor);
  return mark !== undefined && line !== undefined && isPutRight(mark, line) ? line.result : mark?.[1];
}

/** The score of both sides at that time, in the order of the list, as a goal has it. */
function scoreOf({ marks }: Lead, { lines }: ResultsSaid): string | undefined {
  const scores = lines.flatMap(({ competitor }) => marks.find(([code]) => code === competitor)?.[1] ?? []);
  return scores.length === lines.length ? scores.join('-') : undefined;
}

/** The ranks up to `depth`, ties by code; in a game the side that has more, or nobody. */
function firstOf(told: ResultsSaid, depth: number): Ranked[] {
  if (told.isGame) {
    const scores = told.lines.map(({ competitor, result }) => [Number(result ?? Number.NaN), competitor] as const);
    const best = Math.max(...scores.map(([score]) => score));
    const leading = scores.filter(([score]) => score === best);
    return leading.length === 1 && scores.length > 1 ? [[1, leading[0]![1]]] : [];
  }
  return told.lines
    .flatMap(({ rank, irm, competitor }): Ranked[] =>
      rank !== undefined && rank <= depth && irm === undefined ? [[rank, competitor]] : [],
    )
    .sort(([left, leftCode], [right, rightCode]) => left - right || (leftCode < rightCode ? -1 : 1));
}

function isSame(left: readonly Ranked[], right: readonly Ranked[]): boolean {
  return (
    left.length === right.length && left.every(([rank, code], at) => right[at]![0] === rank && right[at]![1] === code)
  );
}

function markOf(line: ResultLine | undefined): Mark[] {
  return line?.result === undefined ? [] : [[line.competitor, line.result, progressOf(line)]];
}

function progressOf({ splits, runs }: ResultLine): number {
  return (splits?.length ?? 0) + (runs?.length ?? 0);
}

function linesOf(told: ResultsSaid): Map<string, ResultLine> {
  return new Map(told.lines.map((line) => [line.competitor, line]));
}
