import type { PrintBlock, PrintRow } from '@altis/print';
import type { UnitSummary } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import type { BookMaking } from './book.ts';
import { unitName } from './unit-section.ts';
import { venueTime } from './venue-time.ts';

type Options = {
  /** What stands above each group of units. */
  readonly groupBy: (unit: UnitSummary) => string;
  readonly withEvent: boolean;
};

/** Units by their start, in groups, each with how it ended or stands. */
export function scheduleTable(
  units: readonly UnitSummary[],
  { groupBy, withEvent }: Options,
  { texts, disciplines }: BookMaking,
): PrintBlock {
  const offsets = new Set(units.flatMap(({ offset }) => offset ?? []));
  // Where venues have clocks of their own, each start says which.
  const offsetText = ({ offset }: UnitSummary) => (offsets.size > 1 && offset !== null ? `UTC${offset}` : undefined);
  const rowOf = (unit: UnitSummary): PrintRow => {
    const event = texts.name(unit.eventName);
    const discipline = disciplines.get(unit.discipline) ?? unit.discipline;
    const what = withEvent ? [event, unitName(unit, texts)] : [unitName(unit, texts)];
    const text = [...new Set(what)].filter((each) => each !== '').join(' – ');
    const below = [withEvent ? discipline : '', leadersText(unit, texts)].filter((each) => each !== '').join('\n');
    return {
      cells: [
        { text: venueTime(unit, texts)?.time ?? '', isStrong: true, below: offsetText(unit) },
        { text, isStrong: unit.medal !== 'none', below: below === '' ? undefined : below },
        { text: texts.venue(unit), below: unit.locationName ?? undefined },
        { text: unit.medal === 'none' ? '' : texts.words(`medal.${unit.medal}`) },
        { text: statusText(unit, texts) },
      ],
    };
  };
  const inOrder = units.toSorted((a, b) => (a.startsAt ?? '~').localeCompare(b.startsAt ?? '~'));
  const groups = [...Map.groupBy(inOrder, groupBy)];
  return {
    kind: 'table',
    columns: [
      { title: texts.book('start'), align: 'start' },
      { title: texts.book('unit'), align: 'start', isWide: true },
      { title: texts.book('venue'), align: 'start' },
      { title: texts.words('unit.medals'), align: 'start' },
      { title: texts.book('status'), align: 'start' },
    ],
    rows: groups.flatMap(([title, own]) => [
      ...(title === '' ? [] : [{ isHeading: true, cells: [{ text: title }] }]),
      ...own.map(rowOf),
    ]),
  };
}

function statusText({ resultStatus, scheduleStatus }: UnitSummary, texts: NamedTexts): string {
  const status = resultStatus ?? scheduleStatus;
  return status === null ? '' : texts.word('status', status);
}

/** "1 BERG Ida (AAA) 1:02.34", or both sides of a game with their goals. */
function leadersText({ leaders }: UnitSummary, texts: NamedTexts): string {
  const told = leaders.filter(({ rank, result }) => rank !== null || result !== null);
  const [home, away] = told;
  if (home?.rank === null && away?.rank === null) {
    return `${texts.competitor(home)} ${home.result ?? ''}–${away.result ?? ''} ${texts.competitor(away)}`;
  }
  return told
    .map(({ rank, name, organisation, result }) =>
      // Lines break between those who lead, not within one.
      [rank, `${texts.competitor({ name, organisation })} (${organisation})`, result]
        .filter((each) => each !== null)
        .join(' ')
        .replaceAll(' ', '\u00a0'),
    )
    .join('   ');
}
