import { Button, Group, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { identity } from '@altis/identity/contract';
import type { TokenView } from '@altis/identity/contract';
import { useAction } from '../api/use-action.ts';
import { useApi } from '../api/use-api.ts';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { CreateToken } from './create-token.tsx';
import { SecretNotice } from './secret-notice.tsx';
import styles from './form.module.css';

/** One's own tokens for programs: list, make, revoke. */
export function ApiTokens(): ReactNode {
  const t = useText(shellMessages);
  const { date } = useFormat();
  const api = useApi(identity);
  const tokens = useQuery(api.tokens.list.queryOptions());
  const revoke = useAction(api.tokens.revoke, { done: t('tokens.revoked') });
  const [isOpen, dialog] = useDisclosure(false);
  const [secret, setSecret] = useState<string>();
  return (
    <section className={styles['section']}>
      <Group justify="space-between">
        <Title order={2}>{t('tokens.title')}</Title>
        <Button onClick={dialog.open}>{t('tokens.create')}</Button>
      </Group>
      {secret !== undefined && <SecretNotice title={t('tokens.secret')} secret={secret} />}
      <DataTable<TokenView>
        label={t('tokens.title')}
        rows={tokens}
        rowKey={(token) => token.id}
        empty={<EmptyState title={t('tokens.none')}>{t('tokens.none.text')}</EmptyState>}
        columns={[
          { id: 'name', title: t('name'), cell: (token) => token.name },
          { id: 'scopes', title: t('tokens.scopes'), cell: (token) => token.scopes.join(', '), isSecondary: true },
          { id: 'expires', title: t('tokens.expires'), cell: (token) => date(token.expiresAt) },
          {
            id: 'used',
            title: t('tokens.used'),
            isSecondary: true,
            cell: (token) => (token.lastUsedAt === null ? t('never') : date(token.lastUsedAt)),
          },
          {
            id: 'revoke',
            title: t('list.actions'),
            hidesTitle: true,
            cell: (token) => (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('tokens.revoke.named', { name: token.name })}
                onClick={() => void revoke.run({ id: token.id })}
              >
                {t('tokens.revoke')}
              </Button>
            ),
          },
        ]}
      />
      <CreateToken
        isOpen={isOpen}
        onClose={dialog.close}
        onCreated={(created) => {
          setSecret(created);
          dialog.close();
        }}
      />
    </section>
  );
}
