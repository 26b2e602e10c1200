import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState, useText } from '@altis/web';
import type { UnitDetail } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import { useMovingRows } from '../public/use-moving-rows.ts';
import styles from './result-list.module.css';
import { ResultRow } from './result-row.tsx';

/**
 * The competitors of a unit without sides, as the feed ranks them. Columns and rows have their room from the start list
 * on, so that a list that changes every second stands still, and who gains places glides there.
 */
export function ResultList({ unit }: { unit: UnitDetail }): ReactNode {
  const t = useText(publicMessages);
  const rows = useMovingRows<HTMLTableSectionElement>();
  const isStartList = unit.competitors.every(({ rank, result, invalidMark }) => !rank && !result && !invalidMark);
  const hasBibs = unit.competitors.some(({ bib }) => bib);
  const title = t(isStartList ? 'list.start' : 'list.results');
  return (
    <section>
      <h2 className={styles['title']}>{title}</h2>
      {unit.competitors.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.none.text')}</EmptyState>
      ) : (
        <table className={styles['table']} aria-label={title} data-bibless={!hasBibs || undefined}>
          <thead>
            <tr>
              <th scope="col" className={styles['rank']}>
                {t(isStartList ? 'list.order' : 'list.rank')}
              </th>
              <th scope="col" className={styles['bib']}>
                {t('list.bib')}
              </th>
              <th scope="col">{t('list.name')}</th>
              <th scope="col" className={styles['result']}>
                {t('list.result')}
              </th>
              <th scope="col" className={styles['diff']}>
                {t('list.diff')}
              </th>
              <th scope="col" className={styles['more']}>
                <VisuallyHidden>{t('list.details')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody ref={rows}>
            {unit.competitors.map((competitor) => (
              <ResultRow
                key={competitor.code}
                competitor={competitor}
                unit={unit}
                isStartList={isStartList}
                hasBibs={hasBibs}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
