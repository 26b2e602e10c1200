import { Button, Loader, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { identity } from '@altis/identity/contract';
import type { ApiOf } from '../api/api-of.ts';
import { useApi } from '../api/use-api.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useAdoptSession } from '../session/use-adopt-session.ts';
import { useSearchParameter } from '../shell/use-search-parameter.ts';
import { Entrance } from './entrance.tsx';
import { fieldOf, useSubmit } from './use-submit.ts';

type Link = Awaited<ReturnType<ApiOf<typeof identity.contract>['session']['readLink']>>;

/** Where one-time links lead: the first administrator's, an invitation's, a plain sign-in's. */
export function WelcomePage(): ReactNode {
  const t = useText(shellMessages);
  const token = useSearchParameter('token') ?? '';
  const link = useQuery({
    ...useApi(identity).session.readLink.queryOptions({ token }),
    retry: false,
    staleTime: Infinity,
  });
  return (
    <Entrance title={t('welcome.title')} {...(link.data ? { description: t(`welcome.${link.data.purpose}`) } : {})}>
      {link.error && <ErrorNotice error={link.error} title={t('welcome.invalid')} />}
      {link.isPending && <Loader aria-label={t('loading')} />}
      {link.data && <WelcomeForm token={token} link={link.data} />}
    </Entrance>
  );
}

function WelcomeForm({ token, link }: { token: string; link: Link }): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    const name = fieldOf(form, 'name');
    const email = fieldOf(form, 'email');
    const password = fieldOf(form, 'password');
    const inputs = {
      welcome: { purpose: 'welcome', token, name, email, password },
      invitation: { purpose: 'invitation', token, name, password },
      'sign-in': { purpose: 'sign-in', token },
    } as const;
    adopt(await api.session.firstSignIn(inputs[link.purpose]));
    await navigate({ to: '/' });
  });
  return (
    <form onSubmit={onSubmit}>
      {error !== undefined && <ErrorNotice error={error} />}
      {link.purpose !== 'sign-in' && (
        <TextInput name="name" label={t('name')} defaultValue={link.name ?? ''} autoComplete="name" required />
      )}
      {link.purpose === 'welcome' && (
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          defaultValue={link.email ?? ''}
          autoComplete="username"
          required
        />
      )}
      {link.purpose !== 'sign-in' && (
        <PasswordInput
          name="password"
          label={t('password')}
          description={t('password.rule')}
          autoComplete="new-password"
          minLength={12}
          required
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
      )}
      <Button type="submit" loading={isRunning}>
        {t('welcome.enter')}
      </Button>
    </form>
  );
}
