import { Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { accountRole, identity } from '@altis/identity/contract';
import type { UserView } from '@altis/identity/contract';
import { useAction } from '../api/use-action.ts';
import { useApi } from '../api/use-api.ts';
import { DataTable } from '../components/data-table.tsx';
import { Page } from '../components/page.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import { InvitePerson } from './invite-person.tsx';
import { SecretNotice } from './secret-notice.tsx';

const status = { invited: 'idle', active: 'ok', disabled: 'warn' } as const;

/** The accounts of the installation: invite, give a role, disable. */
export function PeoplePage(): ReactNode {
  const t = useText(shellMessages);
  const { date } = useFormat();
  const api = useApi(identity);
  const session = useSession();
  const users = useQuery(api.users.list.queryOptions());
  const changeRole = useAction(api.users.changeRole, { done: t('saved') });
  const setDisabled = useAction(api.users.setDisabled, { done: t('saved') });
  const renewLink = useAction(api.users.renewLink);
  const [isOpen, dialog] = useDisclosure(false);
  const [link, setLink] = useState<string>();
  const showLink = (path: string): void => setLink(new URL(path, location.origin).href);

  return (
    <Page
      title={t('people.title')}
      description={t('people.description')}
      actions={<Button onClick={dialog.open}>{t('people.invite')}</Button>}
    >
      {link !== undefined && <SecretNotice title={t('people.link')} secret={link} />}
      <DataTable<UserView>
        label={t('people.title')}
        rows={users}
        rowKey={(user) => user.id}
        columns={[
          { id: 'name', title: t('name'), cell: (user) => user.name },
          { id: 'email', title: t('email'), cell: (user) => user.email, isSecondary: true },
          {
            id: 'role',
            title: t('people.role'),
            cell: (user) => (
              <Select
                aria-label={t('people.role.of', { name: user.name })}
                size="xs"
                w={150}
                value={user.role}
                allowDeselect={false}
                disabled={user.id === session.user?.id}
                data={accountRole.options.map((value) => ({ value, label: t(`people.role.${value}`) }))}
                onChange={(value) => {
                  const role = accountRole.safeParse(value);
                  if (role.success) void changeRole.run({ id: user.id, role: role.data });
                }}
              />
            ),
          },
          {
            id: 'state',
            title: t('status.state'),
            cell: (user) => <StatusBadge status={status[user.state]}>{t(`people.state.${user.state}`)}</StatusBadge>,
          },
          {
            id: 'last',
            title: t('people.last'),
            isSecondary: true,
            cell: (user) => (user.lastSignInAt === null ? t('never') : date(user.lastSignInAt)),
          },
          {
            id: 'actions',
            title: t('list.actions'),
            hidesTitle: true,
            cell: (user) =>
              user.id !== session.user?.id && (
                <Button.Group>
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => void renewLink.run({ id: user.id }).then((made) => made && showLink(made.path))}
                  >
                    {t('people.newLink')}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => void setDisabled.run({ id: user.id, disabled: user.state !== 'disabled' })}
                  >
                    {user.state === 'disabled' ? t('people.enable') : t('people.disable')}
                  </Button>
                </Button.Group>
              ),
          },
        ]}
      />
      <InvitePerson
        isOpen={isOpen}
        onClose={dialog.close}
        onInvited={(path) => {
          showLink(path);
          dialog.close();
        }}
      />
    </Page>
  );
}
