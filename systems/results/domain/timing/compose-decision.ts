import type { TimingDeed } from '../../contract/timing.ts';
import type { UnsentMessage } from '../compose-race-list.ts';
import { formatDuration } from '../format-duration.ts';

type Told = {
  readonly deed: TimingDeed;
  readonly at: string;
  readonly bib: string;
  /** Who it is about. */
  readonly name: string;
  /** Taken back. */
  readonly isUndone: boolean;
};

/** Whether it is a decision whose reason everybody should know. */
export function isDecision(deed: TimingDeed): boolean {
  return 'reason' in deed && deed.reason !== '';
}

/** A decision of the jury with its reason, as DT_COMMUNICATION; one that was taken back says nothing any more. `number` tells it from the others of its unit. */
export function composeDecision(
  { deed, bib, at, name, isUndone }: Told,
  about: { readonly competition: string; readonly unit: string; readonly day: string },
  number: number,
): UnsentMessage {
  const header = {
    competitionCode: about.competition,
    documentType: 'DT_COMMUNICATION',
    documentCode: about.unit,
    // Of a number that no other sender gives its own.
    documentSubcode: `ALTIS${number}`,
    logicalDate: about.day,
  };
  if (isUndone || !('reason' in deed)) return { header, content: { kind: 'invalidation' } };
  const decision = {
    itemNumber: String(number),
    issuedTime: at,
    affectsResults: 'Y',
    unit: about.unit,
    subtitle: `${bib} ${name}: ${whatIsDecided(deed)}`,
    summary: deed.reason,
  };
  return { header, content: { kind: 'communication', publishTime: at, decisions: [decision] } };
}

function whatIsDecided(deed: TimingDeed): string {
  if (deed.kind === 'mark') return deed.mark ?? 'in the race again';
  if (deed.kind === 'penalty') return `time penalty +${formatDuration(deed.timeMs)}`;
  if (deed.kind === 'time') return `time by hand ${formatDuration(deed.timeMs)}`;
  if (deed.kind === 'rank') return `rank ${deed.rank}`;
  return 're-run';
}
