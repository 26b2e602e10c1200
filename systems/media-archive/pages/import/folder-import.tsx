import { Button, TextInput } from '@mantine/core';
import { ErrorNotice, useAction, useApi, useText } from '@altis/web';
import { useState, type SubmitEvent, type ReactNode } from 'react';
import { mediaArchive } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import styles from './import-page.module.css';

/** Imports every video below a folder that lies on the server already. */
export function FolderImport(): ReactNode {
  const t = useText(pageMessages);
  const [path, setPath] = useState('');
  const { createFromFolder } = useApi(mediaArchive).imports;
  const folder = useAction(createFromFolder, {
    quiet: true,
    done: ({ items }) => t('folder.done', { count: items.length }),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void folder.run({ path: path.trim() === '' ? '.' : path.trim() });
  };
  return (
    <form className={styles['folder']} onSubmit={submit}>
      <TextInput
        label={t('folder')}
        description={t('folder.text')}
        placeholder={t('folder.placeholder')}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={folder.isRunning}>
        {t('folder.import')}
      </Button>
      {folder.error !== null && folder.error !== undefined && <ErrorNotice error={folder.error} />}
    </form>
  );
}
