import { Button, FileButton, Loader } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DropArea, ErrorNotice, useText } from '@altis/web';
import type { TableReading } from '../../contract/index.ts';
import { sendTable } from './send-table.ts';
import styles from './tables-page.module.css';
import { tablesMessages } from './tables-messages.ts';

/** A place to drop a start list or result list. */
export function TableDrop({ onRead }: { onRead: (table: TableReading) => void }): ReactNode {
  const t = useText(tablesMessages);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const send = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    setError(null);
    setSending(true);
    await sendTable(file).then(onRead, setError);
    setSending(false);
  };
  return (
    <DropArea size="page" onFiles={([file]) => void send(file)}>
      <p className={styles['lead']}>{t('drop')}</p>
      <p className={styles['hint']}>{t('drop.text')}</p>
      <FileButton accept=".csv,.tsv,.txt,.xlsx,.json" onChange={(file) => void send(file)}>
        {(props) => (
          <Button {...props} size="md" disabled={isSending}>
            {t('drop.choose')}
          </Button>
        )}
      </FileButton>
      {isSending && <Loader size="sm" aria-label={t('loading')} />}
      {error !== null && <ErrorNotice error={error} />}
    </DropArea>
  );
}
