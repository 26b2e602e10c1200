import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import { toldIn } from '../told-in.ts';
import type { MomentView } from '../views.ts';

/** Makes sure before a hand-made mark is withdrawn: its clip is no longer offered then. */
export function WithdrawDialog(props: {
  moment: MomentView | undefined;
  isRunning: boolean;
  onWithdraw: () => void;
  onClose: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useText(pageMessages);
  return (
    <Modal
      opened={props.moment !== undefined}
      onClose={props.onClose}
      title={t('mark.withdraw')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Text>{t('mark.withdraw.text', { title: props.moment ? toldIn(props.moment.title, language) : '' })}</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="subtle" onClick={props.onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="crimson" loading={props.isRunning} onClick={props.onWithdraw}>
          {t('mark.withdraw')}
        </Button>
      </Group>
    </Modal>
  );
}
