import { Tooltip } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import type { LazyMessages } from '../language/lazy-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import type { NavigationItem, SystemPages } from './define-pages.ts';
import { homeItem, shellNavigation } from './shell-pages.ts';
import { useSystemStates } from './system-state.ts';
import { useSystems } from './systems-context.ts';
import styles from './side-navigation.module.css';

/** The systems' entries, then those of the installation; only what the person may open. */
export function SideNavigation(props: { isInDrawer?: boolean }): ReactNode {
  const t = useText(shellMessages);
  return (
    <div className={styles['navigation']} data-drawer={props.isInDrawer || undefined}>
      <Items messages={shellMessages} items={[homeItem]} />
      {useSystems().map((pages) => (
        <SystemItems key={pages.system} pages={pages} />
      ))}
      <Items messages={shellMessages} items={shellNavigation} title={t('navigation.installation')} />
    </div>
  );
}

function SystemItems({ pages }: { pages: SystemPages }): ReactNode {
  const t = useText(pages.messages);
  const state = useSystemStates().data?.find(({ system }) => system === pages.system)?.state;
  return (
    <Items
      messages={pages.messages}
      items={pages.navigation}
      title={t(pages.title)}
      isDown={state === 'failed' || state === 'stopped'}
    />
  );
}

function Items(props: {
  messages: LazyMessages;
  items: readonly NavigationItem[];
  title?: string;
  isDown?: boolean;
}): ReactNode {
  const t = useText(props.messages);
  const shellText = useText(shellMessages);
  const { may } = useSession();
  const { pathname } = useLocation();
  const items = props.items.filter((item) => may(item.permission));
  const active = activeItem(items, pathname);
  if (items.length === 0) return null;
  return (
    <div className={styles['section']}>
      {props.title !== undefined && (
        <div className={styles['title']}>
          {props.title}
          {props.isDown && <span className={styles['down']}>{shellText('system.down.short')}</span>}
        </div>
      )}
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <Tooltip label={t(item.label)} position="right" classNames={{ tooltip: styles['tooltip'] ?? '' }}>
              <Link
                to={item.path}
                className={styles['item']}
                activeOptions={{ exact: true, includeSearch: false }}
                data-active={item === active || undefined}
              >
                <item.icon size={19} stroke={1.7} />
                <span>{t(item.label)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The entry that the page belongs to: the longest path above it, so that "/results" is lit for a unit but not for "/results/feed". */
function activeItem(items: readonly NavigationItem[], pathname: string): NavigationItem | undefined {
  return items
    .filter(({ path }) => path === pathname || (path !== '/' && pathname.startsWith(`${path}/`)))
    .sort((left, right) => right.path.length - left.path.length)[0];
}
