import { Button, Modal, MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { identity } from '@altis/identity/contract';
import { useApi } from '../api/use-api.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import styles from './form.module.css';
import { fieldOf, useSubmit } from './use-submit.ts';

/** The form for a new API token; its scopes are chosen out of what the person may do. */
export function CreateToken(props: {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (secret: string) => void;
}): ReactNode {
  const t = useText(shellMessages);
  const api = useApi(identity);
  const client = useQueryClient();
  const { permissions } = useSession();
  const [scopes, setScopes] = useState<string[]>([]);
  const { onSubmit, isRunning, error } = useSubmit(async (form) => {
    const { secret } = await api.tokens.create({
      name: fieldOf(form, 'name'),
      scopes,
      expiresInDays: Number.parseInt(fieldOf(form, 'days'), 10),
    });
    setScopes([]);
    props.onCreated(secret);
    await client.invalidateQueries({ queryKey: api.tokens.list.queryKey() });
  });
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('tokens.create')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles['form']} onSubmit={onSubmit}>
        {error !== undefined && <ErrorNotice error={error} />}
        <TextInput name="name" label={t('tokens.name')} required data-autofocus />
        <MultiSelect
          label={t('tokens.scopes')}
          description={t('tokens.scopes.text')}
          data={[...permissions].sort()}
          value={scopes}
          onChange={setScopes}
          searchable
          required
        />
        <NumberInput
          name="days"
          label={t('tokens.days')}
          defaultValue={90}
          min={1}
          max={400}
          allowDecimal={false}
          required
        />
        <Button type="submit" loading={isRunning} disabled={scopes.length === 0}>
          {t('tokens.create')}
        </Button>
      </form>
    </Modal>
  );
}
