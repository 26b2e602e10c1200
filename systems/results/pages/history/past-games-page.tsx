import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi, useFormat, usePathParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { LoadingPage } from '../public/loading-page.tsx';
import { ResultsPage } from '../public/results-page.tsx';
import { historyMessages } from './history-messages.ts';
import { PastLines } from './past-lines.tsx';

/** Past Games with their medal table. */
export function PastGamesPage(): ReactNode {
  const t = useText(historyMessages);
  const { date, number } = useFormat('UTC');
  const query = useQuery(useApi(results).history.readGames.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('title'), to: '/results/history' }];
  if (!query.data) return <LoadingPage title={t('games')} breadcrumbs={crumbs} query={query} />;
  const { games, lines } = query.data;
  const when = [games.startsOn, games.endsOn].flatMap((day) =>
    day === null ? [] : [date(day, { dateStyle: 'long' })],
  );
  const facts = [
    t(games.season),
    ...(when.length === 2 ? [when.join(' – ')] : []),
    `${t('organisations')}: ${number(games.organisations)}`,
    `${t('sports')}: ${number(games.sports)}`,
    ...(games.athletes === null ? [] : [`${t('people')}: ${number(games.athletes)}`]),
  ];
  return (
    <ResultsPage title={`${games.host} ${games.year}`} breadcrumbs={crumbs} description={facts.join(' · ')}>
      <PastLines label={`${games.host} ${games.year}`} rows={{ ...query, data: lines }} />
    </ResultsPage>
  );
}
