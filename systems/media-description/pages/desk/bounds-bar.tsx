import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { TimeCode, useText } from '@altis/web';
import type { FrameRate, PlayerRange } from '@altis/web';
import { pageMessages } from '../page-messages.ts';
import type { BoundsDraft } from './use-bounds.ts';
import styles from './bounds-bar.module.css';

/** What is marked with I and O under the player, and what can be made of it. Its height never changes. */
export function BoundsBar(props: {
  bounds: BoundsDraft;
  frameRate: FrameRate;
  isSaving: boolean;
  onMark: () => void;
  onSave: () => void;
}): ReactNode {
  const { bounds, frameRate } = props;
  const t = useText(pageMessages);
  return (
    <div className={styles['bar']} role="group" aria-label={t('bounds')}>
      <Edge label={t('bounds.in')} frame={bounds.range.inFrame} frameRate={frameRate} />
      <Edge label={t('bounds.out')} frame={bounds.range.outFrame} frameRate={frameRate} />
      <Hint bounds={bounds} />
      {bounds.draft && (
        <Button variant="subtle" size="xs" onClick={bounds.reset}>
          {t('bounds.reset')}
        </Button>
      )}
      {bounds.isForSelected && bounds.draft && (
        <Button size="xs" loading={props.isSaving} onClick={props.onSave}>
          {t('bounds.save')}
        </Button>
      )}
      {bounds.draft && (
        <Button variant={bounds.isForSelected ? 'default' : 'filled'} size="xs" onClick={props.onMark}>
          {t(bounds.isForSelected ? 'mark.new' : 'mark')}
        </Button>
      )}
    </div>
  );
}

function Edge(props: { label: string; frame: PlayerRange['inFrame']; frameRate: FrameRate }): ReactNode {
  return (
    <span className={styles['edge']} data-set={props.frame !== undefined || undefined}>
      <span>{props.label}</span>
      {props.frame === undefined ? (
        <bdi dir="ltr">--:--:--:--</bdi>
      ) : (
        <TimeCode frame={props.frame} frameRate={props.frameRate} />
      )}
    </span>
  );
}

function Hint({ bounds }: { bounds: BoundsDraft }): ReactNode {
  const t = useText(pageMessages);
  if (bounds.draft) return <span className={styles['hint']} />;
  const text = bounds.isForSelected
    ? 'bounds.hint.selected'
    : bounds.range.inFrame === undefined
      ? 'bounds.hint'
      : 'bounds.hint.out';
  return (
    <span className={styles['hint']}>
      <span className={styles['keys']} dir="ltr">
        <Kbd size="xs">I</Kbd> <Kbd size="xs">O</Kbd>
      </span>
      {t(text)}
    </span>
  );
}
