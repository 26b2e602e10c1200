import { Button, FileButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice, ProgressLine, useApi, useChanges, useFormat, useSession, useText } from '@altis/web';
import { results, type FeedArchive } from '../../contract/index.ts';
import { feedMessages } from './feed-messages.ts';
import styles from './feed-page.module.css';
import { sendArchive } from './send-archive.ts';

/** Archives of messages: today's to take away, others to bring in, and what became of each. */
export function Archives({ now }: { now: string }): ReactNode {
  const t = useText(feedMessages);
  const { may } = useSession();
  const client = useQueryClient();
  const { archives } = useApi(results).feed;
  const query = useQuery(archives.queryOptions({}));
  const [sending, setSending] = useState<string>();
  const [error, setError] = useState<unknown>();
  useChanges(['platform.jobs'], () => void client.invalidateQueries({ queryKey: archives.queryKey({}) }));
  const send = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setError(undefined);
    setSending(file.name);
    await sendArchive(file).catch(setError);
    setSending(undefined);
    await query.refetch();
  };
  const today = now.slice(0, 'YYYY-MM-DD'.length);
  return (
    <section className={styles['part']} aria-labelledby="archives-heading">
      <div className={styles['heading']}>
        <h2 id="archives-heading">{t('archives')}</h2>
        <div>
          <Button component="a" variant="subtle" href={`/api/results/archive/${today}.zip`} download>
            {t('archives.today')}
          </Button>
          {may('results.feed.manage') && (
            <FileButton accept=".zip,application/zip" onChange={(file) => void send(file)}>
              {(props) => (
                <Button {...props} variant="default" loading={sending !== undefined}>
                  {t('archives.bring')}
                </Button>
              )}
            </FileButton>
          )}
        </div>
      </div>
      <p className={styles['hint']}>{t('archives.text')}</p>
      {sending !== undefined && <ProgressLine label={sending} fraction={undefined} note={t('archives.sending')} />}
      {error !== undefined && <ErrorNotice error={error} />}
      <ul className={styles['archives']} aria-label={t('archives')}>
        {query.data?.items.map((archive) => (
          <Archive key={archive.id} archive={archive} />
        ))}
      </ul>
    </section>
  );
}

const marks = { waiting: 'idle', running: 'busy', done: 'ok', failed: 'bad', cancelled: 'idle' } as const;
const outcomes = ['new', 'replaces', 'duplicate', 'stale', 'conflict', 'refused'] as const;

function Archive({ archive }: { archive: FeedArchive }): ReactNode {
  const t = useText(feedMessages);
  const { bytes, dateTime, number, list } = useFormat();
  const counts = outcomes.flatMap((outcome) => {
    const count = archive.outcomes[outcome];
    return count === undefined ? [] : [t(`archive.${outcome}`, { count: number(count) })];
  });
  const why = archive.state === 'cancelled' ? t('archive.cancelled') : archive.reason;
  return (
    <li className={styles['archive']}>
      <ProgressLine
        label={archive.name}
        fraction={archive.state === 'done' ? 1 : archive.fraction}
        status={marks[archive.state]}
        note={[bytes(archive.sizeBytes), dateTime(archive.receivedAt), list(counts), why]
          .filter((part) => part)
          .join(' · ')}
      />
      {archive.faultCount > 0 && (
        <details>
          <summary>{t('archive.faults', { count: archive.faultCount })}</summary>
          <ul dir="ltr">
            {archive.faults.map(({ entry, reason, remedy }) => (
              <li key={`${entry} ${reason}`}>
                <strong>{entry}</strong> {reason} {remedy}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
