import { Button, Group, PasswordInput, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { identity } from '@altis/identity/contract';
import { useApi } from '../api/use-api.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { Page } from '../components/page.tsx';
import { useNotices } from '../components/use-notices.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useAdoptSession } from '../session/use-adopt-session.ts';
import { useSession } from '../session/use-session.ts';
import { ApiTokens } from './api-tokens.tsx';
import styles from './form.module.css';
import { fieldOf, useSubmit } from './use-submit.ts';

/** One's own name, password and API tokens. */
export function AccountPage(): ReactNode {
  const t = useText(shellMessages);
  const { user, may } = useSession();
  if (!user) return null;
  return (
    <Page title={t('account.title')} description={user.email} width="reading">
      <NameForm name={user.name} />
      <PasswordForm hasPassword={user.hasPassword} />
      {may('platform.tokens.manage') && <ApiTokens />}
    </Page>
  );
}

function NameForm(props: { name: string }): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const adopt = useAdoptSession();
  const notices = useNotices();
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    adopt(await api.profile.change({ name: fieldOf(form, 'name') }));
    notices.done(t('saved'));
  });
  return (
    <form className={styles['section']} onSubmit={onSubmit}>
      {error !== undefined && <ErrorNotice error={error} />}
      <TextInput name="name" label={t('name')} defaultValue={props.name} autoComplete="name" required maw={380} />
      <Group>
        <Button type="submit" loading={isRunning} variant="default">
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}

function PasswordForm(props: { hasPassword: boolean }): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const adopt = useAdoptSession();
  const notices = useNotices();
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    const next = fieldOf(form, 'next');
    adopt(await api.profile.setPassword(props.hasPassword ? { current: fieldOf(form, 'current'), next } : { next }));
    notices.done(t('password.changed'));
  });
  const toggle = { 'aria-label': t('password.show') };
  return (
    <form className={styles['section']} onSubmit={onSubmit}>
      <Title order={2}>{t('password')}</Title>
      {error !== undefined && <ErrorNotice error={error} />}
      {props.hasPassword && (
        <PasswordInput
          name="current"
          label={t('password.current')}
          autoComplete="current-password"
          required
          maw={380}
          visibilityToggleButtonProps={toggle}
        />
      )}
      <PasswordInput
        name="next"
        label={t('password.next')}
        description={t('password.rule')}
        autoComplete="new-password"
        minLength={12}
        required
        maw={380}
        visibilityToggleButtonProps={toggle}
      />
      <Group>
        <Button type="submit" loading={isRunning} variant="default">
          {t('password.change')}
        </Button>
      </Group>
    </form>
  );
}
