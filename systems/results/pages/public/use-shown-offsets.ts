import { useLanguage } from '@altis/web';
import type { UnitSummary } from '../../contract/index.ts';
import { offsetText } from './local-time.ts';
import { useTimeZoneChoice } from './time-zone-choice.ts';
import { useGamesZone } from './use-games.ts';

/** What says when a unit starts. */
export type Timed = Pick<UnitSummary, 'startsAt' | 'offset' | 'day' | 'isStartHidden' | 'startText' | 'scheduleStatus'>;

/** The offsets from UTC of the times that a page shows of units, each once, the most usual first: "GMT+1", "GMT+9". */
export function useShownOffsets(units: readonly Timed[]): readonly string[] {
  const offsetOf = useShownOffset();
  const times = units.filter(({ startsAt, isStartHidden }) => startsAt !== null && !isStartHidden);
  const counted = Map.groupBy(times, offsetOf);
  return [...counted].toSorted(([, left], [, right]) => right.length - left.length).map(([offset]) => offset);
}

/** The offset from UTC at which the start of a unit is shown; empty where the unit has no start. */
export function useShownOffset(): (unit: Timed) => string {
  const { language } = useLanguage();
  const zoneOf = useZoneOfUnit();
  return (unit) => (unit.startsAt === null ? '' : offsetText(zoneOf(unit), new Date(unit.startsAt), language));
}

/** The zone in which the start of a unit is shown: the reader's own (undefined), or that at its venue. */
export function useZoneOfUnit(): (unit: Timed) => string | undefined {
  const [choice] = useTimeZoneChoice();
  const gamesZone = useGamesZone();
  return ({ offset }) => (choice === 'venue' ? (offset ?? gamesZone) : undefined);
}
