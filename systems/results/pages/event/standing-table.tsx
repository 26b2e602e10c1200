import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { Standing, StandingLine } from '../../contract/index.ts';
import { CompetitorName } from '../public/competitor-name.tsx';
import { LocalText, useLocalText } from '../public/local-text.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import table from '../public/table.module.css';
import { useMovingRows } from '../public/use-moving-rows.ts';
import { FactSource } from '../unit/fact-source.tsx';
import { Tags } from '../unit/tags.tsx';
import layout from '../public/columns.module.css';
import styles from './event-page.module.css';

type Column = {
  readonly id: string;
  readonly title: string;
  readonly cell: (line: StandingLine) => string | null;
  /** Of one or two digits: leaves its room to the name. */
  readonly isCount?: boolean;
};

/** A ranking of a phase, a pool, a total or the event, with the columns that its kind has; folded where it stands elsewhere too. */
export function StandingTable(props: { standing: Standing; isFolded?: boolean }): ReactNode {
  const { standing, isFolded } = props;
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const rows = useMovingRows<HTMLTableSectionElement>();
  const { text } = textOf(standing.name);
  const kind = t(`standing.${standing.kind}`);
  const columns = useColumns(standing);
  const title = (
    <>
      {kind}
      {text !== '' && ' · '}
      <LocalText name={standing.name} />
    </>
  );
  const source = <FactSource source={standing.source} fact={`${kind} ${text}`} />;
  const lines = (
    <table className={`${table['table']} ${styles['standing']}`} aria-label={`${kind} ${text}`}>
      <thead>
        <tr>
          <th scope="col" className={table['rank']}>
            {t('list.rank')}
          </th>
          <th scope="col">{t('list.name')}</th>
          {columns.map((column, place) => (
            <th
              key={column.id}
              scope="col"
              className={classOf(column)}
              title={column.title}
              data-secondary={isSecondary(columns, place)}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={rows}>
        {standing.lines.map((line) => (
          <tr key={line.code} data-row={line.code}>
            <td className={table['rank']}>
              <bdi>
                {line.isRankShared && '='}
                {line.rank}
              </bdi>
            </td>
            <th scope="row">
              <span className={table['who']}>
                <OrganisationChip code={line.organisation} isLink />
                <CompetitorName competitor={line} />
                <Tags competitor={line} />
              </span>
            </th>
            {columns.map((column, place) => (
              <td key={column.id} className={classOf(column)} data-secondary={isSecondary(columns, place)}>
                <bdi>{column.cell(line)}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (isFolded) {
    return (
      <div className={styles['folded']}>
        <details>
          <summary>{title}</summary>
          {lines}
        </details>
        {source}
      </div>
    );
  }
  return (
    <section className={layout['section']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {source}
      </div>
      {lines}
    </section>
  );
}

function classOf({ isCount }: Column): string | undefined {
  return isCount ? `${table['figure']} ${table['few']}` : table['figure'];
}

/** On a phone there is room for the one column that decides. */
function isSecondary(columns: readonly Column[], place: number): true | undefined {
  const main = columns.findIndex(({ id }) => id === 'result');
  return place !== (main === -1 ? columns.length - 1 : main) || undefined;
}

function useColumns({ kind, lines }: Standing): readonly Column[] {
  const t = useText(publicMessages);
  const result: Column = {
    id: 'result',
    title: t(kind === 'pool' ? 'standing.points' : 'list.result'),
    cell: (line) => line.invalidMark ?? line.result,
  };
  if (kind === 'pool') {
    return [
      { id: 'played', title: t('standing.played'), cell: (line) => line.played, isCount: true },
      { id: 'won', title: t('standing.won'), cell: (line) => line.won, isCount: true },
      { id: 'tied', title: t('standing.tied'), cell: (line) => line.tied, isCount: true },
      { id: 'lost', title: t('standing.lost'), cell: (line) => line.lost, isCount: true },
      { id: 'score', title: t('standing.score'), cell: scoreOf },
      result,
    ];
  }
  const parts = Math.max(0, ...lines.map(({ items }) => items.length));
  return [
    ...Array.from({ length: parts }, (_, place): Column => ({
      id: `part ${place}`,
      title: String(place + 1),
      cell: ({ items }) => items[place]?.invalidMark ?? items[place]?.result ?? null,
    })),
    result,
    ...(lines.some(({ diff }) => diff !== null && diff !== '')
      ? [{ id: 'diff', title: t('list.diff'), cell: (line: StandingLine) => line.diff }]
      : []),
  ];
}

function scoreOf({ pointsFor, pointsAgainst }: StandingLine): string | null {
  return pointsFor === null && pointsAgainst === null ? null : `${pointsFor ?? ''}:${pointsAgainst ?? ''}`;
}
