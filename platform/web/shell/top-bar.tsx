import { ActionIcon, Burger, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { ActivityMenu } from './activity-menu.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';
import { CrystalMark } from './crystal-mark.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { UserMenu } from './user-menu.tsx';
import styles from './top-bar.module.css';

/** The bar above every page; dark in both schemes. */
export function TopBar(props: { onMenu: () => void; isMenuOpen: boolean }): ReactNode {
  const t = useText(shellMessages);
  return (
    <header className={styles['bar']}>
      <Burger
        className={styles['burger'] ?? ''}
        opened={props.isMenuOpen}
        onClick={props.onMenu}
        size="sm"
        color="white"
        aria-label={t('navigation')}
      />
      <Link to="/" className={styles['brand']} aria-label={t('home')}>
        <CrystalMark isLit />
        <span>Altis</span>
      </Link>
      <UnstyledButton className={styles['search'] ?? ''} onClick={() => spotlight.open()}>
        <IconSearch size={17} aria-hidden="true" />
        <span>{t('palette.open')}</span>
        <kbd dir="ltr">{/Mac|iP/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}</kbd>
      </UnstyledButton>
      <div className={styles['tools']}>
        <ActionIcon
          className={styles['searchIcon'] ?? ''}
          aria-label={t('palette.open')}
          onClick={() => spotlight.open()}
        >
          <IconSearch size={19} />
        </ActionIcon>
        <ActivityMenu />
        <AppearanceMenu />
        <LanguageMenu />
        <UserMenu />
      </div>
    </header>
  );
}
