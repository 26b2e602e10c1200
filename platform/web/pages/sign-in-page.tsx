import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
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

/** Sign-in with e-mail and password; leads back to the page in `?then=`. */
export function SignInPage(): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const adopt = useAdoptSession();
  const router = useRouter();
  const then = useSearchParameter('then');
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    adopt(await api.session.signIn({ email: fieldOf(form, 'email'), password: fieldOf(form, 'password') }));
    router.history.push(ownPath(then));
  });
  return (
    <Entrance title={t('signIn')} description={t('signIn.description')}>
      <form onSubmit={onSubmit}>
        {error !== undefined && <ErrorNotice error={error} />}
        <TextInput name="email" type="email" label={t('email')} autoComplete="username" required autoFocus />
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
export function ownPath(then: string | undefined): string {
  return then !== undefined && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in') ? then : '/';
}
