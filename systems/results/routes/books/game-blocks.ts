import type { PrintBlock } from '@altis/print';
import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import { tableOf, type Field } from './competitor-cells.ts';

type UnitAction = UnitDetail['actions'][number];

/** What decides a game; shots and the like are left to the pages. */
const printedActions = ['GOAL', 'P', 'PTY', 'PSS', 'PSO', 'GWG', 'TOUT', 'GK', 'YC', 'RC'];
/** Attempts of a shoot-out. */
const attempts = ['PSS', 'PSO'];

/** A game: its score by period, goals and penalties, and who played. */
export function gameBlocks(unit: UnitDetail, texts: NamedTexts): PrintBlock[] {
  const sides = unit.competitors.toSorted((a, b) => Number(a.side === 'away') - Number(b.side === 'away'));
  return [scoreTable(unit, sides, texts), ...actionBlocks(unit, texts), ...lineUps(sides, texts)];
}

function scoreTable({ periods }: UnitDetail, sides: readonly UnitCompetitor[], texts: NamedTexts): PrintBlock {
  return tableOf<UnitCompetitor>(
    [
      {
        title: texts.words('team'),
        align: 'start',
        isWide: true,
        // Who won a shoot-out has the same score.
        cell: (side) => ({ text: texts.competitor(side), isStrong: side.outcome !== 'L' }),
      },
      { title: texts.book('organisation'), align: 'start', cell: ({ organisation }) => organisation },
      ...periods.map(({ code, homeInPeriod, awayInPeriod }) => ({
        title: texts.word('period', code),
        align: 'end' as const,
        cell: ({ side }: UnitCompetitor) => (side === 'away' ? awayInPeriod : homeInPeriod),
      })),
      {
        title: texts.words('list.result'),
        align: 'end',
        isAlways: true,
        cell: ({ result, invalidMark }) => ({ text: invalidMark ?? result ?? '', isStrong: true }),
      },
    ],
    sides,
  );
}

function actionBlocks({ actions, competitors }: UnitDetail, texts: NamedTexts): PrintBlock[] {
  const told = actions.filter(({ code }) => printedActions.includes(code)).toSorted(inOrder);
  if (told.length === 0) return [];
  const organisation = ({ competitors: [own] }: UnitAction) =>
    competitors.find(({ code }) => code === own?.code)?.organisation ?? own?.organisation ?? null;
  return [
    { kind: 'heading', text: texts.book('goalsAndPenalties') },
    tableOf<UnitAction>(
      [
        { title: texts.words('period'), align: 'start', cell: ({ period }) => period && texts.word('period', period) },
        { title: texts.book('time'), align: 'end', cell: ({ clock }) => clock },
        { title: texts.book('organisation'), align: 'start', cell: organisation },
        { title: texts.book('action'), align: 'start', cell: (action) => actionText(action, texts) },
        { title: texts.words('list.name'), align: 'start', isWide: true, cell: (action) => peopleIn(action, texts) },
        { title: texts.book('score'), align: 'end', cell: scoreText },
      ],
      told,
    ),
  ];
}

function inOrder(a: UnitAction, b: UnitAction): number {
  return Date.parse(a.at ?? '') - Date.parse(b.at ?? '') || a.order - b.order;
}

function actionText({ code, result }: UnitAction, texts: NamedTexts): string {
  const word = texts.word('action', code);
  if (result === null) return word;
  if (attempts.includes(code) && result === 'GOAL') return `${word}: ${texts.book('scored')}`;
  if (attempts.includes(code) && result === 'MISS') return `${word}: ${texts.book('missed')}`;
  return `${word}, ${texts.word('situation', result)}`;
}

function peopleIn({ competitors }: UnitAction, texts: NamedTexts): string {
  const people = competitors.flatMap(({ athletes }) => athletes);
  return people
    .map(({ bib, name, role }) => {
      const part = role === null ? '' : texts.word('role', role);
      return `${bib === null ? '' : `${bib} `}${name.print}${part === '' || part === role ? '' : ` (${part})`}`;
    })
    .join(', ');
}

function scoreText({ homeScore, awayScore }: UnitAction): string | null {
  return homeScore === null || awayScore === null ? null : `${homeScore}–${awayScore}`;
}

type Athlete = UnitCompetitor['athletes'][number];

/** Both teams side by side. */
function lineUps(sides: readonly UnitCompetitor[], texts: NamedTexts): PrintBlock[] {
  const most = Math.max(0, ...sides.map(({ athletes }) => athletes.length));
  if (most === 0 || sides.every(({ kind }) => kind === 'athlete')) return [];
  const lines = Array.from({ length: most }, (_, place) => sides.map(({ athletes }) => athletes[place]));
  type Line = (typeof lines)[number];
  const fieldsOf = (side: UnitCompetitor, index: number): Field<Line>[] => {
    const of = (cell: (athlete: Athlete) => string | null) => (line: Line) => (line[index] ? cell(line[index]) : null);
    return [
      { title: texts.words('list.bib'), align: 'end', cell: of(({ bib }) => bib) },
      { title: texts.competitor(side), align: 'start', isWide: true, cell: of(({ name }) => name.print) },
      { title: texts.words('athlete.localName'), align: 'start', cell: of(({ name }) => name.local) },
      { title: texts.book('position'), align: 'start', cell: of(({ role }) => role) },
    ];
  };
  return [{ kind: 'heading', text: texts.book('lineUps') }, tableOf<Line>(sides.flatMap(fieldsOf), lines)];
}
