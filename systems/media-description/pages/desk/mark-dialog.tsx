import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent, ReactNode } from 'react';
import { useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';

/** Asks what a moment that is marked by hand is called. */
export function MarkDialog(props: {
  isOpen: boolean;
  isSaving: boolean;
  onMark: (title: string) => void;
  onClose: () => void;
}): ReactNode {
  const t = useText(pageMessages);
  const [title, setTitle] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (title.trim() !== '') props.onMark(title.trim());
  };
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      onExitTransitionEnd={() => setTitle('')}
      title={t('mark.dialog')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={t('mark.title')}
          description={t('mark.title.text')}
          value={title}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group mt="md" justify="flex-end">
          <Button variant="subtle" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={props.isSaving}>
            {t('mark')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
