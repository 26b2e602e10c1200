import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageLink, useApi, useChanges, useFormat, usePathParameter, useText } from '@altis/web';
import { results } from '../../contract/index.ts';
import { LoadingPage } from '../public/loading-page.tsx';
import { LocalText, useLocalText } from '../public/local-text.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { UnitList } from '../public/unit-list.tsx';
import { MedalLines } from '../medals/medal-lines.tsx';
import { MedalTally } from './medal-tally.tsx';
import columns from '../public/columns.module.css';
import styles from './people.module.css';

/** One organisation: its medals, its units of the day, its athletes by discipline. */
export function OrganisationPage(): ReactNode {
  const t = useText(publicMessages);
  const textOf = useLocalText();
  const { number } = useFormat();
  useChanges(['results.register', 'results.medals', 'results.units']);
  const query = useQuery(useApi(results).organisations.read.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('tab.organisations'), to: '/results/organisations' }];
  if (!query.data) return <LoadingPage title={t('organisation')} breadcrumbs={crumbs} query={query} />;
  const organisation = query.data;
  const athletesPath = `/results/athletes?organisation=${organisation.code}`;
  return (
    <ResultsPage
      title={textOf(organisation.name).text}
      breadcrumbs={crumbs}
      aside={<OrganisationChip code={organisation.code} />}
      description={<MedalTally medals={organisation.medals} />}
    >
      <div className={columns['columns']}>
        <div className={columns['column']}>
          {organisation.today.length > 0 && (
            <section className={columns['section']}>
              <h2>{t('organisation.today')}</h2>
              <UnitList label={t('organisation.today')} units={organisation.today} />
            </section>
          )}
          {organisation.medalsWon.length > 0 && (
            <section className={columns['section']}>
              <h2>{t('tab.medals')}</h2>
              <MedalLines medals={organisation.medalsWon} />
            </section>
          )}
        </div>
        <div className={columns['column']}>
          <section className={columns['section']}>
            <h2>
              <PageLink to={athletesPath}>{t('organisation.athletes', { count: organisation.athletes })}</PageLink>
            </h2>
            <ul className={styles['outcomes']}>
              {organisation.disciplines.map(({ code, name, athletes }) => (
                <li key={code} className={styles['outcome']}>
                  <span className={styles['place']}>{number(athletes)}</span>
                  <PageLink to={`${athletesPath}&discipline=${code}`}>
                    <LocalText name={name} />
                  </PageLink>
                </li>
              ))}
            </ul>
          </section>
          {organisation.hasHistory && (
            <PageLink to={`/results/history/organisations/${organisation.code}`}>{t('tab.history')}</PageLink>
          )}
        </div>
      </div>
    </ResultsPage>
  );
}
