import type { UnitCompetitor } from '../../contract/index.ts';
import type { BookTexts } from '../../messages/book-texts.ts';
import type { Field } from './competitor-cells.ts';

const mostColumns = 9;
/** Values of one kind beyond this many stand below the line: elements of a programme, not marks of a panel. */
const mostValues = 7;

/** Columns of what a sport adds to a result: a distance, a gate, the marks of judges. */
export function detailFields(competitors: readonly UnitCompetitor[], texts: BookTexts): Field<UnitCompetitor>[] {
  return columnCodes(competitors).map((code) => ({
    title: detailWord(code, texts),
    align: 'end',
    cell: ({ details }) => {
      const own = details.filter((each) => each.code === code);
      const text = own.flatMap(({ value, invalidMark }) => invalidMark ?? value ?? []).join(' ');
      const below = own.flatMap(({ value2 }) => value2 ?? []).join(' ');
      return { text, below: below === '' ? undefined : below };
    },
  }));
}

/** What has no column: "Elements: 3Lz+3T 12.84 · 2A 4.20"; what has one value only, in one line. */
export function detailNotes({ details }: UnitCompetitor, texts: BookTexts): string[] {
  const codes = [...new Set(details.map(({ code }) => code))];
  const notes = codes.flatMap((code) => {
    const own = details.filter((each) => each.code === code);
    if (isForColumn(own)) return [];
    const values = own.map(({ value2, position, value }) =>
      [value2 ?? position, value].filter((each) => each).join(' '),
    );
    return [{ text: `${detailWord(code, texts)}: ${values.join(' · ')}`, isAlone: own.length === 1 }];
  });
  const alone = notes.filter(({ isAlone }) => isAlone).map(({ text }) => text);
  const others = notes.filter(({ isAlone }) => !isAlone).map(({ text }) => text);
  return [...others, ...(alone.length === 0 ? [] : [alone.join(' · ')])];
}

/** Each kind in one text: "Leg time 15:00.1 (1)", "Shooting 0 1". */
export function figureNotes(details: UnitCompetitor['details'], texts: BookTexts): string[] {
  return [...Map.groupBy(details, ({ code }) => code)].map(([code, values]) => {
    const figures = values.map(({ value, invalidMark, rank }) => {
      return `${invalidMark ?? value ?? ''}${rank === null ? '' : ` (${rank})`}`;
    });
    return [detailWord(code, texts), ...figures].join(' ');
  });
}

/** "FALL_ON_LANDING" as "Fall on landing": a code that has no word is at least easy to read. */
function detailWord(code: string, texts: BookTexts): string {
  const word = texts.word('detail', code);
  if (word !== code || code.length <= 3) return word;
  return code.charAt(0) + code.slice(1).replaceAll('_', ' ').toLowerCase();
}

function columnCodes(competitors: readonly UnitCompetitor[]): string[] {
  const codes = [...new Set(competitors.flatMap(({ details }) => details.map(({ code }) => code)))];
  const fitting = codes.filter((code) =>
    competitors.every(({ details }) => isForColumn(details.filter((each) => each.code === code))),
  );
  return fitting.slice(0, mostColumns);
}

function isForColumn(details: UnitCompetitor['details']): boolean {
  return details.length <= mostValues && details.every(({ extensions }) => extensions.length === 0);
}
