import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import IconAccount from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSignOut from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import { identity } from '@altis/identity/contract';
import { useApi } from '../api/use-api.ts';
import { useNotices } from '../components/use-notices.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useAdoptSession } from '../session/use-adopt-session.ts';
import { useSession } from '../session/use-session.ts';
import styles from './top-bar.module.css';

/** Who is signed in; the way in for those who are not. */
export function UserMenu(): ReactNode {
  const t = useText(shellMessages);
  const session = useSession();
  const { href } = useLocation();
  const navigate = useNavigate();
  const adopt = useAdoptSession();
  const notices = useNotices();
  const api = useApi(identity);
  if (session.isLoading) return null;
  if (!session.user) {
    return (
      <Link to="/sign-in" search={{ back: href }} className={styles['signIn']}>
        {t('signIn')}
      </Link>
    );
  }
  const signOut = async (): Promise<void> => {
    try {
      adopt(await api.session.signOut({}));
      await navigate({ to: '/' });
    } catch (error) {
      notices.failed(error);
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={styles['user'] ?? ''} aria-label={t('account.menu', { name: session.user.name })}>
          <IconUser size={20} aria-hidden="true" />
          <span className={styles['userName']}>{session.user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.email}</Menu.Label>
        <Menu.Item leftSection={<IconAccount size={17} />} onClick={() => void navigate({ to: '/account' })}>
          {t('account.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSignOut size={17} />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
