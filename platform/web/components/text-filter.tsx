import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent, ReactNode } from 'react';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

/** The plainest editor of a filter chip: one line of text, or a date with `type="date"`. */
export function TextFilter(props: {
  label: string;
  value: string;
  type?: 'text' | 'date';
  done: (value: string | undefined) => void;
}): ReactNode {
  const t = useText(shellMessages);
  const [text, setText] = useState(props.value);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    props.done(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={props.label}
        type={props.type ?? 'text'}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt="sm" gap="xs">
        <Button type="submit" size="xs" disabled={text.trim() === ''}>
          {t('apply')}
        </Button>
        <Button variant="subtle" size="xs" onClick={() => props.done(undefined)}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
