import type { PrintBlock } from '@altis/print';
import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import { markWithRank, rankText, tableOf, type Field } from './competitor-cells.ts';
import { detailFields, detailNotes, figureNotes } from './detail-fields.ts';

/** Intermediate times beyond this many stand below the line of their competitor. */
const mostSplitColumns = 6;
const mostItemColumns = 6;

type Fields = Field<UnitCompetitor>[];

/** The competitors of a unit without sides: who starts when, or how they ended. */
export function resultTable(unit: UnitDetail, isStartList: boolean, texts: NamedTexts): PrintBlock {
  const { competitors } = unit;
  const positions = [...new Set(competitors.flatMap(({ splits }) => splits.map(({ position }) => position)))];
  const splitsInColumns = positions.length <= mostSplitColumns;
  const hasItemColumns = competitors.every((each) => !isRelay(each) && each.items.length <= mostItemColumns);
  const who: Fields = [
    { title: texts.words('list.bib'), align: 'end', cell: ({ bib }) => bib },
    { title: texts.words('list.name'), align: 'start', isWide: true, cell: (each) => nameCell(each, texts) },
    { title: texts.book('organisation'), align: 'start', cell: ({ organisation }) => organisation },
  ];
  const start: Fields = [
    { title: texts.words('list.order'), align: 'end', cell: ({ startOrder }) => startOrder },
    ...who,
    { title: texts.words('athlete.localName'), align: 'start', cell: localName },
  ];
  const results: Fields = [
    { title: texts.words('list.rank'), align: 'end', cell: (each) => ({ text: rankText(each), isStrong: true }) },
    ...who,
    ...(splitsInColumns ? positions.map((position) => splitField(position, positions.length > 3, texts)) : []),
    ...(hasItemColumns ? itemFields(competitors, texts) : []),
    ...detailFields(competitors, texts),
    { title: texts.words('details.penalty'), align: 'end', cell: ({ penalty }) => penalty },
    { title: texts.words('list.result'), align: 'end', cell: resultCell },
    { title: texts.words('list.diff'), align: 'end', cell: ({ diff }) => diff },
    { title: texts.book('qualification'), align: 'center', cell: ({ qualification }) => qualification },
    { title: texts.book('records'), align: 'start', cell: ({ records }) => records.map(recordText).join(' ') },
  ];
  return tableOf(isStartList ? start : results, competitors, (competitor) => {
    const notes = [
      ...(splitsInColumns ? [] : [splitNote(competitor)]),
      ...(hasItemColumns ? [] : [itemNote(competitor)]),
      ...(isRelay(competitor) ? [] : [memberNote(competitor, texts)]),
      ...detailNotes(competitor, texts),
    ].filter((note) => note !== '');
    return notes.length === 0 ? undefined : notes.join('\n');
  });
}

/** As print names people: the family name first, in capitals. */
function printName(competitor: UnitCompetitor, texts: NamedTexts): string {
  const { kind, name, athletes } = competitor;
  return kind === 'athlete' ? (athletes[0]?.name.print ?? name) : texts.competitor(competitor);
}

function nameCell(competitor: UnitCompetitor, texts: NamedTexts) {
  return { text: printName(competitor, texts), isStrong: competitor.kind === 'team' };
}

function localName({ kind, athletes }: UnitCompetitor): string | null {
  return kind === 'athlete' ? (athletes[0]?.name.local ?? null) : null;
}

/** Who did not finish, and is ranked nevertheless, has both a result and the reason. */
function resultCell({ invalidMark, rank, result, isProvisional }: UnitCompetitor) {
  const mark = result === null ? '' : `${result}${isProvisional ? ' *' : ''}`;
  const parts = invalidMark === null ? [mark] : [rank === null ? '' : mark, invalidMark];
  return { text: parts.filter((part) => part !== '').join(' '), isStrong: true };
}

function recordText({ type, isEqualled }: UnitCompetitor['records'][number]): string {
  return isEqualled ? `=${type}` : type;
}

function splitField(position: string, isBelow: boolean, texts: NamedTexts): Field<UnitCompetitor> {
  return {
    title: texts.book('intermediate', { number: position }),
    align: 'end',
    cell: ({ splits }) => {
      const split = splits.find((each) => each.position === position);
      return split === undefined ? null : markWithRank(split.result, split.rank, isBelow);
    },
  };
}

function itemFields(competitors: readonly UnitCompetitor[], texts: NamedTexts): Fields {
  const most = Math.max(0, ...competitors.map(({ items }) => items.length));
  return Array.from({ length: most }, (_, place) => ({
    title: texts.book('run', { number: place + 1 }),
    align: 'end',
    cell: ({ items }) => {
      const item = items[place];
      return item === undefined ? null : markWithRank(item.invalidMark ?? item.result, item.rank, most > 3);
    },
  }));
}

function isRelay({ kind, items, athletes }: UnitCompetitor): boolean {
  return kind === 'team' && items.length > 0 && athletes.length > 0;
}

function splitNote({ splits }: UnitCompetitor): string {
  const passed = splits.filter(({ result }) => result !== null);
  return passed.map(({ position, result, rank }) => `${position}: ${result}${inBrackets(rank)}`).join('   ');
}

/** The legs of a relay, each with who ran it. */
function itemNote({ items, athletes }: UnitCompetitor): string {
  return items
    .map(({ order, result, rank, invalidMark }, place) => {
      const number = order ?? String(place + 1);
      const runner = athletes.find((each) => each.order === number)?.name.print ?? '';
      return [`${number}.`, runner, `${invalidMark ?? result ?? ''}${inBrackets(rank)}`]
        .filter((each) => each)
        .join(' ');
    })
    .join('\n');
}

function memberNote({ kind, athletes }: UnitCompetitor, texts: NamedTexts): string {
  if (kind !== 'team') return '';
  const hasFigures = athletes.some(({ details }) => details.length > 0);
  const members = athletes.map((athlete) => {
    const name = [athlete.bib, athlete.name.print].filter((each) => each !== null).join(' ');
    return [name, ...figureNotes(athlete.details, texts)].join(' · ');
  });
  return members.join(hasFigures ? '\n' : ', ');
}

function inBrackets(rank: string | null): string {
  return rank === null ? '' : ` (${rank})`;
}
