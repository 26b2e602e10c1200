import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice, useText, type Crumb } from '@altis/web';
import { publicMessages } from './public-messages.ts';
import { ResultsPage } from './results-page.tsx';

/** A page whose subject is not here yet, or cannot be had. */
export function LoadingPage(props: {
  title: string;
  breadcrumbs: readonly Crumb[];
  query: { readonly error: unknown; readonly refetch: () => unknown };
}): ReactNode {
  const t = useText(publicMessages);
  return (
    <ResultsPage title={props.title} breadcrumbs={props.breadcrumbs}>
      {props.query.error === null ? (
        <Skeleton height={420} role="status" aria-label={t('loading')} />
      ) : (
        <ErrorNotice error={props.query.error} onRetry={() => void props.query.refetch()} />
      )}
    </ResultsPage>
  );
}
