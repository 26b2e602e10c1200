import { Button, Group, Popover, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClockEdit.mjs';
import { framesPerSecond, useAction, useApi, useFormat, useLanguage, useText } from '@altis/web';
import { mediaDescription } from '../../contract/index.ts';
import { onThisClock, writeStartTime } from '../new-session/start-time.ts';
import { StartTimeInput } from '../new-session/start-time-input.tsx';
import { pageMessages } from '../page-messages.ts';
import { toldIn } from '../told-in.ts';
import type { MomentView, ReadySession } from '../views.ts';

/**
 * Corrects when the first frame was taken; every moment moves with it. The control stays open while the reader looks
 * for the true frame in the player.
 */
export function ShiftControl(props: {
  session: ReadySession;
  /** The selected moment, when it comes from a message: its action can be put on the frame on the screen. */
  selected: MomentView | undefined;
  /** How far into the recording the frame on the screen is. */
  positionMs: () => number;
}): ReactNode {
  const { session, selected } = props;
  const t = useText(pageMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const shift = useAction(useApi(mediaDescription).sessions.shift, { done: t('shift.done') });
  const savedMs = Date.parse(session.startsAt);
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState(() => onThisClock(new Date(savedMs)));
  const chosen = writeStartTime(start);
  const chosenMs = chosen === undefined ? undefined : Date.parse(chosen);
  // Moments lie later in the recording when it began earlier.
  const laterMs = chosenMs === undefined ? 0 : savedMs - chosenMs;

  const startAt = (instantMs: number): void => setStart(onThisClock(new Date(instantMs)));
  const toggle = (): void => {
    startAt(savedMs);
    setOpen(!isOpen);
  };
  const frameMs = 1000 / framesPerSecond(session.video.frameRate);
  const nudge = (
    label: 'shift.secondEarlier' | 'shift.frameEarlier' | 'shift.frameLater' | 'shift.secondLater',
    byMs: number,
  ): ReactNode => (
    <Button
      key={label}
      variant="default"
      size="compact-sm"
      aria-label={t(label)}
      title={t(label)}
      onClick={() => startAt((chosenMs ?? savedMs) - byMs)}
    >
      <bdi dir="ltr">{t(`${label}.short`)}</bdi>
    </Button>
  );
  const save = async (): Promise<void> => {
    if (chosen !== undefined && (await shift.run({ id: session.id, startsAt: chosen }))) setOpen(false);
  };

  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      closeOnClickOutside={false}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus={false}
    >
      <Popover.Target>
        <Button variant="default" leftSection={<IconClock size={17} />} onClick={toggle}>
          {t('shift')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shift')}>
        <StartTimeInput label={t('start')} value={start} onChange={setStart} />
        <Text size="sm" fw={600} mt="md" mb={6}>
          {t('shift.move')}
        </Text>
        <Group gap={6} dir="ltr">
          {nudge('shift.secondEarlier', -1000)}
          {nudge('shift.frameEarlier', -frameMs)}
          {nudge('shift.frameLater', frameMs)}
          {nudge('shift.secondLater', 1000)}
        </Group>
        {selected && (
          <Button
            mt="sm"
            size="compact-sm"
            variant="default"
            fullWidth
            title={toldIn(selected.title, language)}
            onClick={() => startAt(Date.parse(selected.at) - props.positionMs())}
          >
            {t('shift.align')}
          </Button>
        )}
        <Text size="sm" c="dimmed" mt="sm" mih={20} aria-live="polite">
          {laterMs === 0
            ? t('shift.none')
            : t(laterMs > 0 ? 'shift.later' : 'shift.earlier', {
                seconds: format.number(Math.abs(laterMs) / 1000, { maximumFractionDigits: 3 }),
              })}
        </Text>
        <Group mt="sm" justify="flex-end" gap="xs">
          <Button variant="subtle" size="sm" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button size="sm" disabled={laterMs === 0} loading={shift.isRunning} onClick={() => void save()}>
            {t('shift.save')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
