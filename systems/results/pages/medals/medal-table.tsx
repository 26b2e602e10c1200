import { SegmentedControl, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, Notice, PageLink, useFormat, useSession, useText } from '@altis/web';
import type { MedalLine } from '../../contract/index.ts';
import { LocalText } from '../public/local-text.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import table from '../public/table.module.css';
import { useMovingRows } from '../public/use-moving-rows.ts';
import styles from './medals-page.module.css';
import { useMedalTable, type MedalFilter } from './use-medals.ts';

const kinds = ['gold', 'silver', 'bronze'] as const;

/** Organisations by their medals; who may look after the feed is told where its own table says otherwise. */
export function MedalTable(props: {
  filter: MedalFilter;
  by: 'gold' | 'total';
  onBy: (by: 'gold' | 'total') => void;
}): ReactNode {
  const t = useText(publicMessages);
  const { may } = useSession();
  const { list, number } = useFormat();
  const query = useMedalTable(props.filter);
  if (query.error !== null && !query.data) {
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton height={420} role="status" aria-label={t('loading')} />;
  const { lines, events, finished, differences } = query.data;
  return (
    <section className={styles['section']} aria-label={t('medals.table')}>
      <div className={styles['summary']}>
        <span>{t('medals.decided', { finished: number(finished), events: number(events) })}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('medals.by')}
          value={props.by}
          onChange={(value) => props.onBy(value === 'total' ? 'total' : 'gold')}
          data={[
            { value: 'gold', label: t('medals.byGold') },
            { value: 'total', label: t('medals.byTotal') },
          ]}
        />
      </div>
      {differences.length > 0 && may('results.message.read') && (
        <Notice tone="warn" title={t('medals.differ')}>
          {list(differences)}
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t('medals.none')}>{t('medals.none.text')}</EmptyState>
      ) : (
        <Lines lines={props.by === 'gold' ? lines : lines.toSorted(byTotal)} by={props.by} />
      )}
    </section>
  );
}

function Lines({ lines, by }: { lines: readonly MedalLine[]; by: 'gold' | 'total' }): ReactNode {
  const t = useText(publicMessages);
  const rows = useMovingRows<HTMLTableSectionElement>();
  return (
    <table className={table['table']} aria-label={t('medals.table')}>
      <thead>
        <tr>
          <th scope="col" className={table['rank']}>
            {t('list.rank')}
          </th>
          <th scope="col">{t('organisation')}</th>
          {kinds.map((kind) => (
            <th
              key={kind}
              scope="col"

              className={`${table['figure']} ${table['count']}`}
            >
              <MedalMark medal={kind} />
            </th>
          ))}
          <th scope="col" className={`${table['figure']} ${table['total']}`}>
            {t('medals.total')}
          </th>
        </tr>
      </thead>
      <tbody ref={rows}>
        {lines.map((line) => (
          <tr key={line.organisation} data-row={line.organisation}>
            <td className={table['rank']}>
              <bdi>
                {by === 'gold' && line.isRankShared && '='}
                {by === 'gold' ? line.rank : line.rankByTotal}
              </bdi>
            </td>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link in it says its name */}
            <th scope="row">
              <span className={table['who']}>
                <span className={styles['chip']}>
                  <OrganisationChip code={line.organisation} />
                </span>
                <PageLink to={`/results/organisations/${line.organisation}`} className={styles['organisation']}>
                  <LocalText name={line.name} />
                </PageLink>
              </span>
            </th>
            {kinds.map((kind) => (
              <td key={kind} className={`${table['figure']} ${table['count']}`}>
                {line[kind]}
              </td>
            ))}
            <td className={`${table['figure']} ${table['total']}`}>{line.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function byTotal(left: MedalLine, right: MedalLine): number {
  return left.rankByTotal - right.rankByTotal || left.rank - right.rank;
}
