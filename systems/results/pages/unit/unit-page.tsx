import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice, Page, useApi, useChanges, useFormat, usePathParameter, useText } from '@altis/web';
import { results, type UnitDetail } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { UnitStatus } from '../unit-status.tsx';
import { useUnitName } from '../use-unit-name.ts';
import { FactSource } from './fact-source.tsx';
import { LineUps } from './line-ups.tsx';
import { PlayByPlay } from './play-by-play.tsx';
import { ResultList } from './result-list.tsx';
import { ScoreBug } from './score-bug.tsx';
import styles from './unit-page.module.css';

/** One unit as it goes: score, play-by-play and line-ups of a game, or the list of results. */
export function UnitPage(): ReactNode {
  const t = useText(pageMessages);
  const rsc = usePathParameter('rsc');
  useChanges([`results.unit.${rsc}`]);
  const query = useQuery(useApi(results).units.read.queryOptions({ rsc }));
  if (query.data) return <LoadedUnit unit={query.data} />;
  return (
    <Page title={t('unit')} breadcrumbs={[{ label: t('units'), to: '/results' }]}>
      {query.error === null ? (
        <Skeleton height={320} aria-label={t('loading')} />
      ) : (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Page>
  );
}

function LoadedUnit({ unit }: { unit: UnitDetail }): ReactNode {
  const t = useText(pageMessages);
  const { dateTime } = useFormat();
  const name = useUnitName()(unit.name);
  const place = [
    unit.startsAt === null ? undefined : dateTime(unit.startsAt, { dateStyle: 'medium', timeStyle: 'short' }),
  ];
  const home = unit.competitors.find(({ side }) => side === 'home');
  const away = unit.competitors.find(({ side }) => side === 'away');
  return (
    <Page
      title={name}
      breadcrumbs={[{ label: t('units'), to: '/results' }]}
      description={<bdi>{[...place, unit.venueName].filter((part) => part).join(' · ')}</bdi>}
      aside={<UnitStatus {...unit} />}
      actions={unit.source && <FactSource source={unit.source} fact={name} />}
    >
      {home && away ? (
        <>
          <ScoreBug unit={unit} home={home} away={away} />
          <div className={styles['columns']}>
            <PlayByPlay unit={unit} />
            <LineUps teams={[home, away]} />
          </div>
        </>
      ) : (
        <ResultList competitors={unit.competitors} />
      )}
    </Page>
  );
}
