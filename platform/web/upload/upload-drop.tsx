import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { DropArea } from './drop-area.tsx';
import { UploadList } from './upload-list.tsx';
import type { InterruptedUpload, UploadRequest } from './upload-queue.ts';
import { useUploads } from './use-uploads.ts';
import styles from './upload.module.css';

/**
 * A place to drop files or to choose them. Uploads survive lost connections and reloads: after a reload the
 * interrupted files are named here and go on where they stopped once they are chosen again.
 */
export function UploadDrop(props: {
  onUploaded: UploadRequest['onUploaded'];
  metadata?: UploadRequest['metadata'];
  /** As the `accept` attribute of a file input: `video/*,.mxf`. */
  accept?: string;
  hint?: string;
}): ReactNode {
  const t = useText(shellMessages);
  const { bytes, list } = useFormat();
  const { items, queue } = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const [interrupted, setInterrupted] = useState<readonly InterruptedUpload[]>([]);

  useEffect(() => {
    void queue.interrupted().then(setInterrupted);
  }, [queue, items.length]);

  const add = (files: Iterable<File>): void => {
    for (const file of files) queue.add({ file, metadata: props.metadata, onUploaded: props.onUploaded });
  };

  return (
    <div className={styles['upload']}>
      <DropArea onFiles={add}>
        <IconUpload size={26} aria-hidden="true" />
        <span>{t('upload.drop')}</span>
        <Button variant="default" onClick={() => input.current?.click()}>
          {t('upload.choose')}
        </Button>
        {props.hint !== undefined && <span className={styles['hint']}>{props.hint}</span>}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={props.accept}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </DropArea>
      {interrupted.length > 0 && (
        <div className={styles['interrupted']} role="status">
          <span>
            {t('upload.interrupted', {
              count: interrupted.length,
              files: list(interrupted.map(({ name, sizeBytes }) => `${name} (${bytes(sizeBytes)})`)),
            })}
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => void Promise.all(interrupted.map(queue.forget)).then(() => setInterrupted([]))}
          >
            {t('upload.forget')}
          </Button>
        </div>
      )}
      <UploadList items={items} queue={queue} />
    </div>
  );
}
