import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState, ErrorNotice, PageLink, readProblem, useText, type Crumb } from '@altis/web';
import { publicMessages } from './public-messages.ts';
import { ResultsPage } from './results-page.tsx';

/** A page whose subject is not here yet, or cannot be had. */
export function LoadingPage(props: {
  title: string;
  breadcrumbs: readonly Crumb[];
  query: Query;
  /** Said where the server knows no such subject; without it the server's own words. */
  missing?: string;
}): ReactNode {
  return (
    <ResultsPage title={props.title} breadcrumbs={props.breadcrumbs}>
      <Waiting query={props.query} missing={props.missing} />
    </ResultsPage>
  );
}

type Query = { readonly error: unknown; readonly refetch: () => unknown };

function Waiting({ query, missing }: { query: Query; missing: string | undefined }): ReactNode {
  const t = useText(publicMessages);
  if (query.error === null) return <Skeleton height={420} role="status" aria-label={t('loading')} />;
  if (missing === undefined || readProblem(query.error).status !== 404) {
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <EmptyState title={missing} action={<PageLink to="/results">{t('missing.schedule')}</PageLink>} />;
}
