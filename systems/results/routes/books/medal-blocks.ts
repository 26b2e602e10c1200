import type { PrintBlock } from '@altis/print';
import type { Medal, MedalLine } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import { tableOf } from './competitor-cells.ts';
import { dayText } from './venue-time.ts';

const order = ['gold', 'silver', 'bronze'] as const;

/** Who won what; with the event where there are several. */
export function medalBlocks(medals: readonly Medal[], texts: NamedTexts): PrintBlock[] {
  if (medals.length === 0) return [];
  const events = [...Map.groupBy(medals, ({ event }) => event).values()];
  const rows = events.flatMap((own) => {
    const sorted = own.toSorted((a, b) => order.indexOf(a.medal) - order.indexOf(b.medal));
    return sorted.map((medal, index) => ({ medal, isFirst: index === 0 }));
  });
  const table = tableOf<(typeof rows)[number]>(
    [
      {
        title: texts.words('event'),
        align: 'start',
        cell: ({ medal, isFirst }) =>
          events.length === 1 || !isFirst
            ? null
            : { text: texts.name(medal.eventName), below: medal.day === null ? undefined : dayText(medal.day, texts) },
      },
      { title: texts.book('medal'), align: 'start', cell: ({ medal }) => texts.words(`medal.${medal.medal}`) },
      {
        title: texts.words('list.name'),
        align: 'start',
        isWide: true,
        cell: ({ medal }) => ({
          text: texts.competitor(medal),
          isStrong: true,
          below: medal.kind === 'team' ? medal.athletes.map(({ name }) => name).join(', ') : undefined,
        }),
      },
      { title: texts.book('organisation'), align: 'start', cell: ({ medal }) => medal.organisation },
    ],
    rows,
  );
  return [{ kind: 'heading', text: texts.book('medallists') }, table];
}

/** The medal table: by gold, then silver, then bronze; whoever has the same shares a rank. */
export function medalTable(lines: readonly MedalLine[], texts: NamedTexts): PrintBlock {
  return tableOf<MedalLine>(
    [
      {
        title: texts.words('list.rank'),
        align: 'end',
        cell: ({ rank, isRankShared }) => ({ text: `${isRankShared ? '=' : ''}${rank}`, isStrong: true }),
      },
      { title: texts.words('organisation.code'), align: 'start', cell: ({ organisation }) => organisation },
      { title: texts.words('organisation'), align: 'start', isWide: true, cell: ({ name }) => texts.name(name) },
      ...order.map((medal) => ({
        title: texts.words(`medal.${medal}`),
        align: 'end' as const,
        cell: (line: MedalLine) => String(line[medal]),
      })),
      {
        title: texts.words('medals.total'),
        align: 'end',
        cell: ({ total }) => ({ text: String(total), isStrong: true }),
      },
    ],
    lines,
  );
}
