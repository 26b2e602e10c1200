import { actionsGrounds, followActions } from './actions-story.ts';
import type { ActionsStory } from './actions-story.ts';
import { eventGrounds, followEvent } from './event-story.ts';
import type { EventStory } from './event-story.ts';
import type { FactChange, Ground, OdfFact } from './fact.ts';
import { followResults, resultsGrounds, unchangedLines } from './results-story.ts';
import type { ResultsStory } from './results-story.ts';
import { followSchedule, scheduleGrounds } from './schedule-story.ts';
import type { ScheduleStory } from './schedule-story.ts';
import { comparePlaces } from './telling.ts';
import type { Telling, TellingPlace } from './telling.ts';

/** A subject's strand as far as it is told. Plain data, may be stored. */
export type DeltaState = {
  /** Where the last telling stands. */
  readonly upTo: TellingPlace;
  /** The last version of each key. */
  readonly heads: Readonly<Record<string, TellingPlace>>;
  readonly story: Story;
};

type Story = ResultsStory | ActionsStory | EventStory | ScheduleStory;

/**
 * Takes the next version of a strand (see `Telling`) into its state, and says which facts it changes. `late` where it
 * belongs before one that was taken in already: then the strand is to be told again, in the order of `orderTellings`.
 *
 * Facts follow from the differences of successive versions, as ODF means them (General Messages Interface: DT_RESULT is
 * sent in full after every change): a split appears, a rank passes to another. What a version says again is no news;
 * what it takes back is withdrawn, what it changes is corrected.
 */
export function advance(
  state: DeltaState | undefined,
  telling: Telling,
): { readonly state: DeltaState; readonly changes: readonly FactChange[] } | 'late' {
  const { versionKey, version, message } = telling;
  const head = state?.heads[versionKey];
  const sentAt = head !== undefined && head.sentAt > telling.sentAt ? head.sentAt : telling.sentAt;
  const place = { versionKey, version, sentAt };
  if (head !== undefined && head.version >= version) return 'late';
  if (state !== undefined && comparePlaces(state.upTo, place) >= 0) return 'late';

  const story = follow(state?.story, telling);
  const without = state === undefined ? nobody : unchangedIn(state.story, story);
  const before = state === undefined ? new Map<string, Ground>() : groundsById(state.story, telling, without);
  const changes: FactChange[] = [];
  for (const [id, ground] of groundsById(story, telling, without)) {
    const known = before.get(id);
    before.delete(id);
    const fact = factOf(id, ground, telling);
    if (known === undefined) changes.push({ kind: 'recorded', fact });
    else if (!saysTheSame(known, ground)) {
      changes.push({ kind: 'corrected', fact: { ...fact, message }, keepsTime: ground.at === undefined });
    }
  }
  for (const id of before.keys()) changes.push({ kind: 'withdrawn', id });
  return { state: { upTo: place, heads: { ...state?.heads, [versionKey]: place }, story }, changes };
}

function follow(story: Story | undefined, telling: Telling): Story {
  const { said } = telling;
  switch (said.kind) {
    case 'results':
    case 'total':
      return followResults(story?.kind === said.kind ? story : undefined, telling, said);
    case 'actions':
      return followActions(story?.kind === 'actions' ? story : undefined, telling, said);
    case 'schedule':
      return followSchedule(story?.kind === 'schedule' ? story : undefined, telling, said);
    case 'medals':
    case 'records':
    case 'communication':
      return followEvent(story?.kind === said.kind ? story : undefined, telling, said);
  }
}

/** A fact that two documents say, as in two languages, is one. */
function groundsById(story: Story, telling: Telling, without: ReadonlySet<string>): Map<string, Ground> {
  return new Map(groundsOf(story, without).map((ground) => [idOf(ground, telling), ground]));
}

const nobody: ReadonlySet<string> = new Set();

function unchangedIn(before: Story, after: Story): ReadonlySet<string> {
  const areResults = (story: Story): story is ResultsStory => story.kind === 'results' || story.kind === 'total';
  return areResults(before) && areResults(after) ? unchangedLines(before, after) : nobody;
}

function groundsOf(story: Story, without: ReadonlySet<string>): Ground[] {
  switch (story.kind) {
    case 'results':
    case 'total':
      return resultsGrounds(story, without);
    case 'actions':
      return actionsGrounds(story);
    case 'schedule':
      return scheduleGrounds(story);
    case 'medals':
    case 'records':
    case 'communication':
      return eventGrounds(story);
  }
}

/** Two strands may say the same of a subject, as a result and a list of records do; each has its own facts of it. */
function idOf({ kind, key }: Ground, { subject, said }: Telling): string {
  const parts = [kind, subject, key, alsoTold.has(said.kind) ? said.kind : ''];
  return parts.filter((part) => part !== '').join(':');
}

/** Strands that tell what the results of the same subject may tell, too. */
const alsoTold: ReadonlySet<Telling['said']['kind']> = new Set(['total', 'records']);

function factOf(id: string, ground: Ground, { subject, sentAt, message }: Telling): OdfFact {
  const { kind, competitor, position, value, rank, previous } = ground;
  const source = { at: ground.at ?? sentAt, message: ground.message ?? message };
  return { id, kind, subject, competitor, position, value, rank, previous, ...source };
}

/** The rank is that of the moment: it changes with everybody who comes after, and the fact does not. */
function saysTheSame(left: Ground, right: Ground): boolean {
  return (
    left.competitor === right.competitor &&
    left.position === right.position &&
    left.value === right.value &&
    left.previous === right.previous &&
    left.at === right.at
  );
}
