import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { accountRole, identity } from '@altis/identity/contract';
import { useApi } from '../api/use-api.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import styles from './form.module.css';
import { fieldOf, useSubmit } from './use-submit.ts';

/** The form for an invitation; answers with the path of the one-time link. */
export function InvitePerson(props: {
  isOpen: boolean;
  onClose: () => void;
  onInvited: (path: string) => void;
}): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const client = useQueryClient();
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    const { link } = await api.users.invite({
      name: fieldOf(form, 'name'),
      email: fieldOf(form, 'email'),
      role: accountRole.parse(fieldOf(form, 'role')),
    });
    props.onInvited(link.path);
    await client.invalidateQueries({ queryKey: api.users.list.queryKey() });
  });
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('people.invite')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles['form']} onSubmit={onSubmit}>
        {error !== undefined && <ErrorNotice error={error} />}
        <TextInput name="name" label={t('name')} required data-autofocus />
        <TextInput name="email" type="email" label={t('email')} required />
        <Select
          name="role"
          label={t('people.role')}
          defaultValue="operator"
          allowDeselect={false}
          data={accountRole.options.map((value) => ({ value, label: t(`people.role.${value}`) }))}
        />
        <Button type="submit" loading={isRunning}>
          {t('people.invite')}
        </Button>
      </form>
    </Modal>
  );
}
