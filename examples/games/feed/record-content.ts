import { odfElement, type OdfElement } from '@altis/odf';
import type { RecordMark } from '../story/played.ts';
import { namedCompetitor } from './competitor-content.ts';

/** DT_RECORD: the record as it stood before the Games, and what was set at them, the newest first. */
export function recordContent(marks: readonly RecordMark[]): OdfElement[] {
  const [first] = marks;
  if (first === undefined) return [];
  const data = marks.toReversed().map(({ result, entrant, unit, date, organisation }, index) =>
    odfElement(
      'RecordData',
      {
        Order: index + 1,
        Historical: unit === undefined ? 'Y' : 'N',
        ResultType: 'DISTANCE',
        Result: result,
        Unit: unit,
        Country: organisation,
        Date: date,
        Current: index === 0 ? 'Y' : 'N',
      },
      entrant === undefined ? [] : [namedCompetitor(entrant)],
    ),
  );
  return [
    odfElement('Record', { Code: first.code }, [
      odfElement('Description', { Name: first.name }),
      odfElement('RecordType', { Order: 1, RecordType: first.type, Shared: 'N' }, data),
    ]),
  ];
}
