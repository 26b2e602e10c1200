import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../components/data-table.tsx';
import { Page } from '../components/page.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { loadedTranslator } from '../language/lazy-messages.ts';
import { useLanguage } from '../language/language-context.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { systemStatus } from '../shell/system-status.ts';
import { useSystemStates } from '../shell/system-state.ts';
import { useSystems } from '../shell/systems-context.ts';

/** Which systems run, and why one does not. */
export function StatusPage(): ReactNode {
  const t = useText(shellMessages);
  const { language } = useLanguage();
  const states = useSystemStates();
  const systems = useSystems();
  const titleOf = (name: string): string => {
    const pages = systems.find(({ system }) => system === name);
    return (pages && loadedTranslator(pages.messages, language)?.(pages.title)) ?? name;
  };
  return (
    <Page
      title={t('status.title')}
      description={t('status.description')}
      actions={
        <Button variant="default" onClick={() => void states.refetch()}>
          {t('status.again')}
        </Button>
      }
    >
      <DataTable
        label={t('status.title')}
        rows={states}
        rowKey={(row) => row.system}
        columns={[
          { id: 'system', title: t('status.system'), cell: (row) => titleOf(row.system) },
          {
            id: 'state',
            title: t('status.state'),
            cell: (row) => <StatusBadge status={systemStatus[row.state]}>{t(`system.${row.state}`)}</StatusBadge>,
          },
          { id: 'reason', title: t('status.reason'), cell: (row) => row.reason ?? '' },
        ]}
      />
    </Page>
  );
}
