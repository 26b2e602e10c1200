import type { ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import type { SystemPages } from '../shell/define-pages.ts';
import { systemStatus } from '../shell/system-status.ts';
import { useSystemStates } from '../shell/system-state.ts';
import { useSystems } from '../shell/systems-context.ts';
import styles from './home-page.module.css';

/** The systems of this installation, each with its pages. */
export function HomePage(): ReactNode {
  const t = useText(shellMessages);
  const systems = useSystems();
  return (
    <Page title={t('home.title')} description={t('home.description')}>
      {systems.length === 0 && <EmptyState title={t('home.none')}>{t('home.none.text')}</EmptyState>}
      <div className={styles['systems']}>
        {systems.map((pages) => (
          <SystemCard key={pages.system} pages={pages} />
        ))}
      </div>
    </Page>
  );
}

function SystemCard({ pages }: { pages: SystemPages }): ReactNode {
  const shellText = useText(shellMessages);
  const t = useText(pages.messages);
  const { may } = useSession();
  const state = useSystemStates().data?.find(({ system }) => system === pages.system)?.state;
  return (
    <section className={styles['card']}>
      <div className={styles['head']}>
        <h2>{t(pages.title)}</h2>
        {state && <StatusBadge status={systemStatus[state]}>{shellText(`system.${state}`)}</StatusBadge>}
      </div>
      {pages.description !== undefined && <p>{t(pages.description)}</p>}
      <ul>
        {pages.navigation
          .filter((item) => may(item.permission))
          .map((item) => (
            <li key={item.path}>
              <PageLink to={item.path} className={styles['entry']}>
                <item.icon size={19} stroke={1.7} />
                {t(item.label)}
              </PageLink>
            </li>
          ))}
      </ul>
    </section>
  );
}
