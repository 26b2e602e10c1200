import { Button } from '@mantine/core';
import {
  ErrorNotice,
  Notice,
  Page,
  PageLink,
  useApi,
  useChanges,
  useLanguage,
  usePathParameter,
  useText,
} from '@altis/web';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { mediaArchive } from '../../contract/index.ts';
import { mediaAddress } from '../item-addresses.ts';
import { pageMessages } from '../page-messages.ts';
import { textIn } from '../text-in.ts';
import type { ItemDetail } from '../views.ts';
import { ItemFacts } from './item-facts.tsx';
import styles from './item-page.module.css';
import { ItemPlayer } from './item-player.tsx';
import { ItemTexts } from './item-texts.tsx';
import { TechnicalFacts } from './technical-facts.tsx';

/** One clip or recording: to watch frame by frame, with all that is known of it and where that comes from. */
export function ItemPage(): ReactNode {
  const t = useText(pageMessages);
  const id = usePathParameter('id');
  const item = useQuery(useApi(mediaArchive).items.read.queryOptions({ id }));
  useChanges([`media-archive.item.${id}`]);
  if (item.data !== undefined) return <ItemView item={item.data} />;
  return (
    <Page title={t('item')} breadcrumbs={[{ label: t('search'), to: '/archive' }]}>
      {item.error !== null && <ErrorNotice error={item.error} onRetry={() => void item.refetch()} />}
    </Page>
  );
}

function ItemView({ item }: { item: ItemDetail }): ReactNode {
  const t = useText(pageMessages);
  const { language } = useLanguage();
  const title = textIn(item.title, language);
  return (
    <Page
      title={title.text}
      breadcrumbs={[{ label: t('search'), to: '/archive' }]}
      actions={<ItemActions item={item} />}
    >
      {item.state === 'withdrawn' && <Withdrawn item={item} />}
      <div className={styles['item']}>
        <div className={styles['watch']}>
          <ItemPlayer item={item} title={title.text} />
          <ItemTexts item={item} />
        </div>
        <div className={styles['facts']}>
          <ItemFacts item={item} />
          <TechnicalFacts item={item} />
        </div>
      </div>
    </Page>
  );
}

function ItemActions({ item }: { item: ItemDetail }): ReactNode {
  const t = useText(pageMessages);
  return (
    <>
      {item.session !== null && (
        <Button component={PageLink} to={`/moments/sessions/${item.session}`} variant="default">
          {t('item.session')}
        </Button>
      )}
      <Button
        component="a"
        href={`${mediaAddress(item, 'media.mp4')}&download`}
        leftSection={<IconDownload size={17} />}
        variant="default"
      >
        {t(item.kind === 'clip' ? 'download.clip' : 'download.proxy')}
      </Button>
      {item.kind === 'asset' && (
        <Button
          component="a"
          href={`${mediaAddress(item, 'original')}&download`}
          leftSection={<IconDownload size={17} />}
          variant="default"
        >
          {t('download.original')}
        </Button>
      )}
    </>
  );
}

/** Why the item is in no list any more. */
function Withdrawn({ item: { source } }: { item: ItemDetail }): ReactNode {
  const t = useText(pageMessages);
  return (
    <Notice tone="warn" title={t('withdrawn')}>
      {source === null
        ? t('withdrawn.person')
        : t('withdrawn.message', { document: source.documentType, version: source.version })}
    </Notice>
  );
}
