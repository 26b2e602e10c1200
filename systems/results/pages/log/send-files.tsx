import { Button, FileButton, Loader } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DropArea, ErrorNotice, useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import { Outcome } from './outcome.tsx';
import { sendFile, type Sent } from './send-file.ts';
import styles from './send-files.module.css';

/** A place to drop messages; they are sent one after the other in the order of their names. */
export function SendFiles(): ReactNode {
  const t = useText(pageMessages);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [isSending, setSending] = useState(false);

  const send = async (files: readonly File[]): Promise<void> => {
    setSent([]);
    setSending(true);
    for (const file of files.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      const outcome = await sendFile(file);
      setSent((before) => [...before, outcome]);
    }
    setSending(false);
  };

  return (
    <DropArea size="line" onFiles={(files) => void send(files)}>
      <div className={styles['line']}>
        <span>{t('send.drop')}</span>
        <FileButton multiple accept=".xml,application/xml,text/xml" onChange={(files) => void send(files)}>
          {(props) => (
            <Button {...props} variant="default" disabled={isSending}>
              {t('send.choose')}
            </Button>
          )}
        </FileButton>
        {isSending && <Loader size="sm" aria-label={t('send.sending')} />}
      </div>
      {sent.length > 0 && (
        <ul className={styles['list']} aria-label={t('send.list')} aria-live="polite">
          {sent.map(({ name, outcome, error }, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
            <li key={place}>
              {outcome === undefined ? (
                <ErrorNotice error={error} />
              ) : (
                <>
                  <bdi>{name}</bdi>
                  <Outcome outcome={outcome} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </DropArea>
  );
}
