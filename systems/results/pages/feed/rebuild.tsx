import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Notice, ProgressLine, useAction, useApi, useChanges, useSession, useText, type ApiOf } from '@altis/web';
import { results } from '../../contract/index.ts';
import { feedMessages } from './feed-messages.ts';
import styles from './feed-page.module.css';

type RebuildState = Awaited<ReturnType<ApiOf<typeof results.contract>['feed']['read']>>['rebuild'];

/** What is shown can be made anew from the messages; this says how far that is, and makes sure before it begins. */
export function Rebuild({ rebuild }: { rebuild: RebuildState }): ReactNode {
  const t = useText(feedMessages);
  const { may } = useSession();
  const { feed } = useApi(results);
  const begin = useAction(feed.rebuild, { done: t('rebuild.begun') });
  const stop = useAction(feed.stop);
  const [isAsking, setAsking] = useState(false);
  const { job, isOutdated } = rebuild;
  const isAtWork = job?.state === 'waiting' || job?.state === 'running';
  useChanges(isAtWork ? ['platform.jobs', 'results.feed'] : []);
  return (
    <section className={styles['part']} aria-labelledby="rebuild-heading">
      <div className={styles['heading']}>
        <h2 id="rebuild-heading">{t('rebuild')}</h2>
        {may('results.feed.manage') && (
          <div>
            {isAtWork ? (
              <Button variant="default" loading={stop.isRunning} onClick={() => void stop.run({ job: job.id })}>
                {t('rebuild.stop')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('rebuild.begin')}
              </Button>
            )}
          </div>
        )}
      </div>
      <p className={styles['hint']}>{t('rebuild.text')}</p>
      {isOutdated && <Notice tone="warn">{t('rebuild.outdated')}</Notice>}
      {isAtWork && <ProgressLine label={t('rebuild.running')} fraction={job.fraction} />}
      {job?.state === 'failed' && (
        <Notice tone="warn" title={t('rebuild.failed')}>
          {job.reason}
        </Notice>
      )}
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('rebuild.begin')}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <Text>{t('rebuild.sure')}</Text>
        <Group mt="md" justify="flex-end">
          <Button variant="subtle" onClick={() => setAsking(false)} data-autofocus>
            {t('cancel')}
          </Button>
          <Button loading={begin.isRunning} onClick={() => void begin.run({}).then(() => setAsking(false))}>
            {t('rebuild.begin')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}
