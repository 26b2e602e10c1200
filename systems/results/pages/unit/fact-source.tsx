import { ActionIcon, Anchor, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import IconSource from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { PageLink, useSession, useText } from '@altis/web';
import type { UnitDetail } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';
import styles from './fact-source.module.css';

type Source = NonNullable<UnitDetail['source']>;

/** The message that a fact stands on: document, version, time; for those who may, the message itself. */
export function FactSource({ source, fact }: { source: Source; fact: string }): ReactNode {
  const t = useText(pageMessages);
  const { may } = useSession();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('source.of', { fact })}>
          <IconSource size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('source')}>
        <dl className={styles['source']}>
          <dt>{t('source.document')}</dt>
          <dd>
            <bdi>{source.documentType}</bdi>
          </dd>
          <dt>{t('version')}</dt>
          <dd>{source.version}</dd>
          <dt>{t('issued')}</dt>
          <dd>
            {/* Local to the venue, without a zone: shown as the feed wrote it. */}
            <bdi>{source.issuedAt.replace('T', ' ')}</bdi>
          </dd>
        </dl>
        {may('results.message.read') && (
          <Anchor component={PageLink} to={`/results/messages/${source.message}`} size="sm">
            {t('source.open')}
          </Anchor>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
