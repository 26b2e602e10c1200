import { ActionIcon, Anchor, Indicator, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import { jobs } from '@altis/jobs/contract';
import { useApi } from '../api/use-api.ts';
import { PageLink } from '../components/page-link.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import { UploadList } from '../upload/upload-list.tsx';
import { useUploads } from '../upload/use-uploads.ts';
import styles from './activity-menu.module.css';

/** Long work under way: this page's uploads and the installation's jobs. */
export function ActivityMenu(): ReactNode {
  const t = useText(shellMessages);
  const session = useSession();
  const uploads = useUploads();
  const [isOpen, panel] = useDisclosure(false);
  const mayReadJobs = session.may('platform.jobs.read');
  const running = useQuery({
    ...useApi(jobs).list.queryOptions({ state: 'running', limit: 20 }),
    enabled: mayReadJobs,
    refetchInterval: isOpen ? 1500 : 15_000,
  });
  const items = running.data?.items ?? [];
  const sending = uploads.items.filter(({ state }) => state === 'sending' || state === 'waiting');
  const failed = uploads.items.some(({ state }) => state === 'failed');
  const count = items.length + sending.length;
  if (!session.user && uploads.items.length === 0) return null;

  return (
    <Popover opened={isOpen} onChange={(open) => !open && panel.close()} position="bottom-end" shadow="md" width={340}>
      <Indicator
        disabled={count === 0 && !failed}
        label={count === 0 ? '!' : count}
        color={failed ? 'crimson.6' : 'ice.2'}
        autoContrast
        size={16}
        offset={6}
      >
        <Popover.Target>
          <ActionIcon aria-label={t('activity.count', { count })} title={t('activity')} onClick={panel.toggle}>
            <IconActivity size={19} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        <div className={styles['panel']} role="region" aria-label={t('activity')}>
          {count === 0 && uploads.items.length === 0 && <Text size="sm">{t('activity.none')}</Text>}
          <UploadList items={uploads.items} queue={uploads.queue} />
          {items.map((job) => (
            <ProgressLine key={job.id} label={job.title} fraction={job.fraction} note={job.note ?? undefined} />
          ))}
          {mayReadJobs && (
            <Anchor component={PageLink} to="/jobs" size="sm" onClick={panel.close}>
              {t('activity.all')}
            </Anchor>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
