import type { ReactNode } from 'react';
import { usePathParameter, useText } from '@altis/web';
import type { UnitDetail } from '../../contract/index.ts';
import { BookLink } from '../books/book-link.tsx';
import { DownloadMenu } from '../books/download-menu.tsx';
import { liveSnapshots } from '../live/live-snapshots.ts';
import { useLive } from '../live/use-live.ts';
import { LoadingPage } from '../public/loading-page.tsx';
import { useLocalText } from '../public/local-text.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { UnitStatus } from '../unit-status.tsx';
import { FactFeed } from './fact-feed.tsx';
import { FactSource } from './fact-source.tsx';
import { isRelay } from './is-relay.ts';
import { LineUps } from './line-ups.tsx';
import { PeriodTable } from './period-table.tsx';
import { PlayByPlay } from './play-by-play.tsx';
import { ResultList } from './result-list.tsx';
import { ScoreBug } from './score-bug.tsx';
import { Circumstances } from './circumstances.tsx';
import { UnitBar } from './unit-bar.tsx';
import styles from './unit-page.module.css';

/** One unit as it goes: score, play-by-play and line-ups of a game, or the list of results; and all around it. */
export function UnitPage(): ReactNode {
  const t = useText(publicMessages);
  const rsc = usePathParameter('rsc');
  const query = useLive(liveSnapshots.unit(rsc));
  if (query.data) return <LoadedUnit unit={query.data} />;
  const crumbs = [{ label: t('tab.schedule'), to: '/results' }];
  return <LoadingPage title={t('unit')} breadcrumbs={crumbs} query={query} missing={t('unit.missing')} />;
}

function LoadedUnit({ unit }: { unit: UnitDetail }): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const name = textOf(unit.name).text;
  const home = unit.competitors.find(({ side }) => side === 'home');
  const away = unit.competitors.find(({ side }) => side === 'away');
  const isGame = home !== undefined && away !== undefined;
  const relays = new Set(unit.competitors.filter(isRelay).map(({ code }) => code));
  return (
    <ResultsPage
      title={name}
      breadcrumbs={[
        { label: t('tab.schedule'), to: unit.day === null ? '/results' : `/results?day=${unit.day}` },
        { label: textOf(disciplineName(unit.discipline)).text, to: `/results/disciplines/${unit.discipline}` },
        { label: textOf(unit.eventName).text, to: `/results/events/${unit.event}` },
      ]}
      aside={
        <>
          {/* Before the status, whose length changes. */}
          {unit.source && <FactSource source={unit.source} fact={name} />}
          <UnitStatus {...unit} />
        </>
      }
      actions={
        <>
          <BookLink path={`units/${unit.rsc}`} />
          <DownloadMenu
            path={`units/${unit.rsc}`}
            kinds={['csv', 'json', ...(unit.source ? (['odf.xml'] as const) : [])]}
          />
        </>
      }
    >
      <UnitBar unit={unit} />
      {isGame && <ScoreBug unit={unit} home={home} away={away} />}
      <div className={styles['columns']}>
        <div className={styles['column']}>{isGame ? <PlayByPlay unit={unit} /> : <ResultList unit={unit} />}</div>
        <div className={styles['column']}>
          {isGame && <PeriodTable unit={unit} home={home} away={away} />}
          {isGame && (home.kind === 'team' || away.kind === 'team') && <LineUps teams={[home, away]} />}
          <FactFeed facts={unit.facts} relays={relays} />
          <Circumstances unit={unit} />
        </div>
      </div>
    </ResultsPage>
  );
}
