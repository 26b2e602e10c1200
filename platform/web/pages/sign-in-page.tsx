import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { identity } from '@altis/identity/contract';
import { useApi } from '../api/use-api.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useAdoptSession } from '../session/use-adopt-session.ts';
import { useSearchParameter } from '../shell/use-search-parameter.ts';
import { Entrance } from './entrance.tsx';
import { fieldOf, useSubmit } from './use-submit.ts';

/** Sign-in with e-mail and password; leads back to the page in `?back=`. */
export function SignInPage(): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const back = useSearchParameter('back');
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    adopt(await api.session.signIn({ email: fieldOf(form, 'email'), password: fieldOf(form, 'password') }));
    await navigate({ href: ownPath(back) });
  });
  return (
    <Entrance title={t('signIn')} description={t('signIn.description')}>
      <form onSubmit={onSubmit}>
        {error !== undefined && <ErrorNotice error={error} />}
        <TextInput name="email" type="email" label={t('email')} autoComplete="username" required />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
        <Button type="submit" loading={isRunning}>
          {t('signIn')}
        </Button>
      </form>
    </Entrance>
  );
}

/** A path of this site, never another site's address that somebody put into a link. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) && !path.startsWith('/sign-in') ? path : '/';
}
