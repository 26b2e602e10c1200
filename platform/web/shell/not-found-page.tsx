import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { PageLink } from '../components/page-link.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

/** For addresses that lead nowhere; systems show it too when what an address names does not exist. */
export function NotFoundPage(): ReactNode {
  const t = useText(shellMessages);
  return (
    <Page title={t('notFound.title')} width="reading">
      <EmptyState
        title={t('notFound.text')}
        action={
          <Button component={PageLink} to="/" variant="default">
            {t('notFound.home')}
          </Button>
        }
      />
    </Page>
  );
}
