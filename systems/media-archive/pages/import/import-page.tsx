import { ErrorNotice, Page, UploadDrop, useAction, useApi, useChanges, useText } from '@altis/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { mediaArchive } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import { FolderImport } from './folder-import.tsx';
import { ImportList } from './import-list.tsx';
import styles from './import-page.module.css';

/** Brings videos into the archive, by upload or from the server's import folder, and shows how far each is. */
export function ImportPage(): ReactNode {
  const t = useText(pageMessages);
  const { imports } = useApi(mediaArchive);
  const client = useQueryClient();
  const list = useQuery(imports.list.queryOptions({ limit: 100 }));
  const create = useAction(imports.create);
  // Progress is the jobs' own news; only the imports are read again for it.
  useChanges(['media-archive.imports', 'platform.jobs'], () => {
    void client.invalidateQueries({ queryKey: imports.list.queryKey() });
  });
  return (
    <Page
      title={t('import')}
      description={t('import.description')}
      breadcrumbs={[{ label: t('search'), to: '/archive' }]}
    >
      <div className={styles['ways']}>
        <UploadDrop
          accept="video/*,.mkv,.mxf,.ts,.m2ts,.mts"
          hint={t('import.hint')}
          onUploaded={({ uploadId }) => void create.run({ upload: uploadId })}
        />
        {list.data?.folderImport === true && <FolderImport />}
      </div>
      {list.error !== null && list.data === undefined ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <ImportList items={list.data?.items} />
      )}
    </Page>
  );
}
