import { useAction, useApi, useText } from '@altis/web';
import { Button, Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { sampleRoom } from '../contract/index.ts';
import { messages } from './messages.ts';

/** One line to write, one button to post it. */
export function PostNotice(): ReactNode {
  const t = useText(messages);
  const [text, setText] = useState('');
  const { run, isRunning } = useAction(useApi(sampleRoom).notices.post, { done: t('post.done') });
  const post = async () => {
    if (await run({ text })) setText('');
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void post();
      }}
    >
      <Group align="end" mb="lg">
        <TextInput
          label={t('notice.text')}
          value={text}
          maxLength={2000}
          onChange={(event) => setText(event.currentTarget.value)}
          required
          flex={1}
        />
        <Button type="submit" loading={isRunning}>
          {t('post.button')}
        </Button>
      </Group>
    </form>
  );
}
