import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TimedStarter, TimingDeed } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import { secondsIn } from './seconds-in.ts';
import styles from './timing-page.module.css';

const kinds = ['DNF', 'DNS', 'DSQ', 'unmark', 'time', 'penalty', 'rank', 'rerun'] as const;
type Kind = (typeof kinds)[number];

/** A decision about one starter, with its reason. */
export function DecisionDialog(props: {
  starter: TimedStarter;
  press: (deed: TimingDeed) => void;
  onClose: () => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const { starter } = props;
  const [kind, setKind] = useState<Kind>('DNF');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const deed = deedOf(kind, starter.bib, value, reason);
  const needsValue = kind === 'time' || kind === 'penalty' || kind === 'rank';
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`${starter.bib} · ${starter.name}`}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        className={styles['decision']}
        onSubmit={(event) => {
          event.preventDefault();
          if (deed === undefined) return;
          props.press(deed);
          props.onClose();
        }}
      >
        <Radio.Group
          label={t('decision')}
          value={kind}
          onChange={(chosen) => setKind(kinds.find((each) => each === chosen) ?? 'DNF')}
        >
          <div className={styles['kinds']}>
            {kinds.map((each) => (
              <Radio key={each} value={each} label={t(`decision.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        {needsValue && (
          <TextInput
            required
            label={t(kind === 'rank' ? 'field.rank' : 'field.result')}
            description={kind === 'rank' ? undefined : '1:02.34 · 62.34'}
            error={value !== '' && deed === undefined ? t('decision.wrong') : undefined}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        <TextInput label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles['buttons']}>
          <Button type="submit" disabled={deed === undefined}>
            {t('decide')}
          </Button>
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Undefined while the value is none. */
function deedOf(kind: Kind, bib: string, value: string, reason: string): TimingDeed | undefined {
  if (kind === 'rerun') return { kind, bib, reason };
  if (kind === 'rank')
    return /^[1-9]\d{0,3}$/.test(value.trim()) ? { kind, bib, rank: Number(value), reason } : undefined;
  if (kind === 'time' || kind === 'penalty') {
    const timeMs = secondsIn(value);
    if (timeMs === undefined) return undefined;
    return kind === 'time' ? { kind, bib, point: null, timeMs, reason } : { kind, bib, timeMs, reason };
  }
  return { kind: 'mark', bib, mark: kind === 'unmark' ? null : kind, reason };
}
