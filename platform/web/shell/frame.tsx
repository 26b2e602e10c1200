import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-context.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { CommandActionsProvider } from './command-actions.tsx';
import { CommandPalette } from './command-palette.tsx';
import { SideNavigation } from './side-navigation.tsx';
import { TopBar } from './top-bar.tsx';
import styles from './frame.module.css';

/** What stands around every page: skip link, top bar, side navigation, command palette, notices. */
export function Frame(): ReactNode {
  const t = useText(shellMessages);
  const { pathname } = useLocation();
  const { direction } = useLanguage();
  const [isDrawerOpen, drawer] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(pathname);

  // Someone who cannot see the page change hears the new one from its beginning.
  useEffect(() => {
    if (shownPath.current !== pathname) main.current?.focus({ preventScroll: true });
    shownPath.current = pathname;
    drawer.close();
    // oxlint-disable-next-line react/exhaustive-deps -- the drawer's functions are stable
  }, [pathname]);

  return (
    <CommandActionsProvider>
      <a className={styles['skip']} href="#main">
        {t('skip')}
      </a>
      <div className={styles['frame']}>
        <TopBar onMenu={drawer.toggle} isMenuOpen={isDrawerOpen} />
        <nav className={styles['rail']} aria-label={t('navigation')}>
          <SideNavigation />
        </nav>
        <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
      </div>
      <Drawer
        opened={isDrawerOpen}
        onClose={drawer.close}
        size={300}
        title={t('navigation')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <nav aria-label={t('navigation')}>
          <SideNavigation isInDrawer />
        </nav>
      </Drawer>
      <CommandPalette />
      <Notifications position={direction === 'rtl' ? 'bottom-left' : 'bottom-right'} />
    </CommandActionsProvider>
  );
}
