import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import IconPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconResume from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconRemove from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useProblemText } from '../components/error-notice.tsx';
import { ProgressLine } from '../components/progress-line.tsx';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import type { UploadItem, UploadQueue } from './upload-queue.ts';
import styles from './upload.module.css';

type Controls = Pick<UploadQueue, 'pause' | 'resume' | 'remove'>;

/** Uploads with their progress, and what can be done with each. */
export function UploadList(props: { items: readonly UploadItem[]; queue: Controls }): ReactNode {
  if (props.items.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {props.items.map((item) => (
        <li key={item.id}>
          <UploadRow item={item} queue={props.queue} />
        </li>
      ))}
    </ul>
  );
}

function UploadRow({ item, queue }: { item: UploadItem; queue: Controls }): ReactNode {
  const t = useText(shellMessages);
  const { bytes } = useFormat();
  const problem = useProblemText(item.problem);
  const isStopped = item.state === 'paused' || item.state === 'failed';
  const status = { waiting: 'idle', sending: 'busy', paused: 'idle', done: 'ok', failed: 'bad' } as const;
  const sizes = t('upload.sizes', { sent: bytes(item.sentBytes), size: bytes(item.sizeBytes) });
  const note =
    item.state === 'failed'
      ? [problem.message, problem.remedy].filter(Boolean).join(' ')
      : `${t(`upload.${item.state}`)} · ${sizes}`;
  return (
    <div className={styles['row']}>
      <ProgressLine
        label={item.name}
        fraction={item.sizeBytes === 0 ? 0 : item.sentBytes / item.sizeBytes}
        status={status[item.state]}
        note={note}
      />
      {item.state === 'sending' && (
        <ActionIcon aria-label={t('upload.pause', { file: item.name })} onClick={() => queue.pause(item.id)}>
          <IconPause size={17} />
        </ActionIcon>
      )}
      {isStopped && (
        <ActionIcon aria-label={t('upload.resume', { file: item.name })} onClick={() => queue.resume(item.id)}>
          <IconResume size={17} />
        </ActionIcon>
      )}
      <ActionIcon aria-label={t('upload.remove', { file: item.name })} onClick={() => queue.remove(item.id)}>
        <IconRemove size={17} />
      </ActionIcon>
    </div>
  );
}
