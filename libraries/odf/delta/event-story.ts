import type { Ground } from './fact.ts';
import type { CommunicationSaid, MedalsSaid, RecordsSaid } from './tell-event.ts';
import type { Telling } from './telling.ts';

/** What is remembered of documents of which the one that was sent last simply holds, in whatever language that is. */
export type EventStory = {
  readonly kind: 'medals' | 'records' | 'communication';
  /** By version key; of documents that are told apart by more than the language, one of each. */
  readonly held: Readonly<Record<string, MedalsSaid | RecordsSaid | CommunicationSaid>>;
};

/** Takes the next message into the story. */
export function followEvent(
  story: EventStory | undefined,
  { versionKey }: Telling,
  told: MedalsSaid | RecordsSaid | CommunicationSaid,
): EventStory {
  const others = Object.entries(story?.held ?? {}).filter(([, each]) => documentOf(each) !== documentOf(told));
  return { kind: told.kind, held: { ...Object.fromEntries(others), [versionKey]: told } };
}

/** An event has one list of medals and one of records, and communications by their number. */
function documentOf(told: MedalsSaid | RecordsSaid | CommunicationSaid): string {
  return told.kind === 'communication' ? told.key : told.kind;
}

/** Everything that these documents give reason for. */
export function eventGrounds({ held }: EventStory): Ground[] {
  return Object.values(held).flatMap((told): Ground[] => {
    if (told.kind === 'medals') return told.medals.map(medalGround);
    if (told.kind === 'records') return told.records.map(recordGround);
    return [
      ...told.protests.map((each, at): Ground => ({ key: numbered(told.key, at), kind: 'protested', ...each })),
      ...told.decisions.map((each, at): Ground => ({ key: numbered(told.key, at), kind: 'decided', ...each })),
    ];
  });
}

function numbered(key: string, index: number): string {
  return index === 0 ? key : `${key}:${index + 1}`;
}

// ODF medal codes; a medal that is given to another, or to two, is told by what each competitor has.
const medalNumbers: Readonly<Record<string, string>> = { ME_GOLD: '1', ME_SILVER: '2', ME_BRONZE: '3' };

function medalGround({ competitor, medal }: MedalsSaid['medals'][number]): Ground {
  return { key: competitor, kind: 'medals', competitor, position: medalNumbers[medal], value: medal };
}

function recordGround({ competitor, code, type, at }: RecordsSaid['records'][number]): Ground {
  return { key: `${competitor}:${code}:${type}`, kind: 'record', competitor, value: type, at };
}
