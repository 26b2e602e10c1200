import type { PrintBlock } from '@altis/print';
import type { Standing, StandingLine } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import { markWithRank, rankText, tableOf, type Field } from './competitor-cells.ts';
import { legendBlocks } from './legend.ts';

type About = {
  readonly event: string;
  /** As print names those who are entered, by code. */
  readonly names: ReadonlyMap<string, string>;
};

/** A ranking of a phase, a pool, a total or the event, under its heading. */
export function standingBlocks(standing: Standing, { event, names }: About, texts: NamedTexts): PrintBlock[] {
  const { kind, lines } = standing;
  const name = texts.name(standing.name);
  const result = kind === 'pool' ? 'standing.points' : 'list.result';
  const fields: Field<StandingLine>[] = [
    { title: texts.words('list.rank'), align: 'end', cell: (each) => ({ text: rankText(each), isStrong: true }) },
    {
      title: texts.words('list.name'),
      align: 'start',
      isWide: true,
      cell: ({ code, name: written, organisation }) =>
        texts.competitor({ name: names.get(code) ?? written, organisation }),
    },
    { title: texts.book('organisation'), align: 'start', cell: ({ organisation }) => organisation },
    ...(kind === 'pool' ? poolFields(texts) : partFields(lines, texts)),
    {
      title: texts.words(result),
      align: 'end',
      cell: (line) => ({ text: line.invalidMark ?? line.result ?? '', isStrong: true }),
    },
    { title: texts.words('list.diff'), align: 'end', cell: ({ diff }) => (kind === 'pool' ? null : diff) },
    { title: texts.book('qualification'), align: 'center', cell: ({ qualification }) => qualification },
  ];
  return [
    {
      kind: 'heading',
      text: [texts.words(`standing.${kind}`), name].filter((each) => each !== '' && each !== event).join(' · '),
    },
    tableOf(fields, lines),
    ...legendBlocks(lines, texts),
  ];
}

function poolFields(texts: NamedTexts): Field<StandingLine>[] {
  const figure = (key: 'played' | 'won' | 'tied' | 'lost'): Field<StandingLine> => ({
    title: texts.words(`standing.${key}`),
    align: 'end',
    cell: (line) => line[key],
  });
  return [
    figure('played'),
    figure('won'),
    figure('tied'),
    figure('lost'),
    {
      title: texts.words('standing.score'),
      align: 'end',
      cell: ({ pointsFor, pointsAgainst }) =>
        pointsFor === null && pointsAgainst === null ? null : `${pointsFor ?? ''}:${pointsAgainst ?? ''}`,
    },
  ];
}

function partFields(lines: readonly StandingLine[], texts: NamedTexts): Field<StandingLine>[] {
  const most = Math.max(0, ...lines.map(({ items }) => items.length));
  const isRelay = lines.some(({ kind, items }) => kind === 'team' && items.some(({ unit }) => unit === null));
  return Array.from({ length: most }, (_, place) => ({
    title: texts.book(isRelay ? 'leg' : 'run', { number: place + 1 }),
    align: 'end',
    cell: ({ items }) =>
      markWithRank(items[place]?.invalidMark ?? items[place]?.result ?? null, items[place]?.rank ?? null, most > 3),
  }));
}
