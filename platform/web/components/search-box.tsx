import { CloseButton, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

/** A text to search for; `onChange` is told when the reader pauses, presses Enter or clears. */
export function SearchBox(props: {
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder?: string;
  pauseMs?: number;
}): ReactNode {
  const { value, pauseMs = 250 } = props;
  const t = useText(shellMessages);
  const [text, setText] = useState(value);
  const tell = useEffectEvent((next: string) => {
    if (next !== value) props.onChange(next);
  });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => tell(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);

  const clear = (): void => {
    setText('');
    props.onChange('');
  };
  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={props.label}
      placeholder={props.placeholder ?? props.label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        // While an input method composes, Enter chooses a character.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') props.onChange(text);
        if (event.key === 'Escape' && text !== '') clear();
      }}
      leftSection={<IconSearch size={17} />}
      rightSection={text === '' ? null : <CloseButton size="sm" aria-label={t('clear')} onClick={clear} />}
    />
  );
}
