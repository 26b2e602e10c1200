import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat, useText } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import { offsets, writeStartTime } from './start-time.ts';
import type { StartTime } from './start-time.ts';

/** Date and time of a first frame on the venue's clock, to the millisecond, with the clock's offset from UTC. */
export function StartTimeInput(props: {
  label: string;
  value: StartTime;
  onChange: (value: StartTime) => void;
  error?: string | undefined;
}): ReactNode {
  const { value, onChange } = props;
  const t = useText(pageMessages);
  const format = useFormat();
  const instant = writeStartTime(value);
  return (
    <Input.Wrapper
      label={props.label}
      labelElement="div"
      description={instant === undefined ? t('start.text') : t('start.here', { time: format.dateTime(instant) })}
      error={props.error}
      descriptionProps={{ mt: 5 }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Group gap="xs" wrap="nowrap" dir="ltr">
        <TextInput
          type="datetime-local"
          step="0.001"
          aria-label={props.label}
          value={value.local}
          error={props.error !== undefined}
          onChange={(event) => onChange({ ...value, local: event.currentTarget.value })}
          style={{ flex: 1, minWidth: 0 }}
        />
        <NativeSelect
          aria-label={t('start.offset')}
          value={value.offset}
          data={offsets(value.offset).map((offset) => ({ value: offset, label: `UTC${offset}` }))}
          onChange={(event) => onChange({ ...value, offset: event.currentTarget.value })}
          style={{ flex: 'none', width: 118 }}
        />
      </Group>
    </Input.Wrapper>
  );
}
