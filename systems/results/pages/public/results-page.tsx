import type { ComponentProps, ReactNode } from 'react';
import { useLocation } from '@tanstack/react-router';
import { Page, PageLink, useText } from '@altis/web';
import { ConnectionNotice } from '../live/connection-notice.tsx';
import { publicMessages } from './public-messages.ts';
import { ResultSearch } from './result-search.tsx';
import styles from './results-page.module.css';

const tabs = [
  { path: '/results', label: 'tab.schedule', also: ['/results/units', '/results/events'] },
  { path: '/results/medals', label: 'tab.medals', also: [] },
  { path: '/results/disciplines', label: 'tab.disciplines', also: [] },
  { path: '/results/athletes', label: 'tab.athletes', also: [] },
  { path: '/results/organisations', label: 'tab.organisations', also: ['/results/teams'] },
  { path: '/results/records', label: 'tab.records', also: [] },
  { path: '/results/history', label: 'tab.history', also: [] },
] as const;

/** A public page of the results: the ways to the others and the search above, then the page. */
export function ResultsPage(props: ComponentProps<typeof Page>): ReactNode {
  const t = useText(publicMessages);
  const { pathname } = useLocation();
  const isIn = (path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);
  return (
    <>
      <div className={styles['bar']}>
        <nav aria-label={t('tabs')} className={styles['tabs']}>
          <ul>
            {tabs.map(({ path, label, also }) => {
              const isHere = path === '/results' ? pathname === path : isIn(path);
              return (
                <li key={path}>
                  <PageLink
                    to={path}
                    className={styles['tab']}
                    data-active={isHere || also.some(isIn) || undefined}
                    aria-current={pathname === path ? 'page' : undefined}
                  >
                    {t(label)}
                  </PageLink>
                </li>
              );
            })}
          </ul>
        </nav>
        <ResultSearch />
      </div>
      <Page {...props} />
      <ConnectionNotice />
    </>
  );
}
