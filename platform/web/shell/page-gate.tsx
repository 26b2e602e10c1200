import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { FunctionComponent, ReactNode } from 'react';
import { useLocation } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { Page } from '../components/page.tsx';
import { PageLink } from '../components/page-link.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import type { PageRoute, SystemPages } from './define-pages.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import { useSystemStates } from './system-state.ts';

/** The component of a route: loads its code, and stands in for it when the system is down or the person may not see it. */
export function gatedPage(route: PageRoute, pages?: SystemPages): FunctionComponent {
  const LazyPage = lazy(async () => ({ default: await route.component() }));
  return function GatedPage() {
    return (
      <SystemGate pages={pages}>
        <PermissionGate permission={route.permission}>
          <Suspense fallback={<PageSkeleton />}>
            <LazyPage />
          </Suspense>
        </PermissionGate>
      </SystemGate>
    );
  };
}

function SystemGate(props: { pages: SystemPages | undefined; children: ReactNode }): ReactNode {
  const t = useText(shellMessages);
  const states = useSystemStates();
  const state = states.data?.find(({ system }) => system === props.pages?.system);
  const isDown = state?.state === 'failed' || state?.state === 'stopped' || state?.state === 'starting';
  if (!props.pages || !isDown) return props.children;
  return <SystemDown pages={props.pages} reason={state.reason ?? t(`system.${state.state}`)} retry={states.refetch} />;
}

function SystemDown(props: { pages: SystemPages; reason: string; retry: () => unknown }): ReactNode {
  const t = useText(shellMessages);
  const title = useText(props.pages.messages)(props.pages.title);
  const error = { code: 'UNAVAILABLE', message: props.reason, remedy: t('system.down.remedy'), status: 503 };
  return (
    <Page title={title} width="reading">
      <ErrorNotice title={t('system.down', { system: title })} error={error} onRetry={() => void props.retry()} />
    </Page>
  );
}

function PermissionGate(props: { permission: string | undefined; children: ReactNode }): ReactNode {
  const t = useText(shellMessages);
  const session = useSession();
  const { href } = useLocation();
  if (session.may(props.permission)) return props.children;
  if (session.isLoading) return <PageSkeleton />;
  if (session.user) {
    return (
      <Page title={t('forbidden.title')} width="reading">
        <EmptyState title={t('forbidden.text')}>{t('forbidden.remedy', { permission: props.permission })}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('signIn.needed')} width="reading">
      <EmptyState
        title={t('signIn.needed.text')}
        action={
          <Button component={PageLink} to={`/sign-in?back=${encodeURIComponent(href)}`}>
            {t('signIn')}
          </Button>
        }
      />
    </Page>
  );
}
