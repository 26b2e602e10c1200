import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../components/error-notice.tsx';
import { Page } from '../components/page.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

/** Shown in the place of a page that failed while it was drawn; the frame around it goes on. */
export function ErrorPage(props: { error: unknown; reset: () => void }): ReactNode {
  const t = useText(shellMessages);
  return (
    <Page title={t('error.title')} width="reading">
      <ErrorNotice error={props.error} title={t('error.text')} />
      <Group gap="xs">
        <Button onClick={props.reset}>{t('retry')}</Button>
        {/* A new version on the server has new files; only loading the document anew finds them. */}
        <Button variant="default" onClick={() => location.reload()}>
          {t('error.reload')}
        </Button>
      </Group>
    </Page>
  );
}
