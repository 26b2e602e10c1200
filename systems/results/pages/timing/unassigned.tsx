import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TimingDeed, TimingState } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

/** Presses that nobody of the start list has yet: whose they are is typed here. */
export function Unassigned(props: { state: TimingState; press: (deed: TimingDeed) => void }): ReactNode {
  const t = useText(tablesMessages);
  const { unassigned } = props.state;
  if (unassigned.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={t('unassigned')}>
      <h2>{t('unassigned')}</h2>
      <ul className={styles['log']}>
        {unassigned.map(({ input, kind, bib, at }) => (
          <li key={input}>
            <Assign at={at} kind={kind} bib={bib} onAssign={(to) => props.press({ kind: 'assign', input, bib: to })} />
            <Button size="sm" variant="subtle" onClick={() => props.press({ kind: 'undo', input })}>
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Kind = TimingState['unassigned'][number]['kind'];

function Assign(props: { at: string; kind: Kind; bib: string | null; onAssign: (bib: string) => void }): ReactNode {
  const t = useText(tablesMessages);
  const [bib, setBib] = useState('');
  const time = new Date(props.at).toLocaleTimeString('en-GB');
  return (
    <form
      className={styles['assign']}
      onSubmit={(event) => {
        event.preventDefault();
        if (bib.trim() !== '') props.onAssign(bib.trim());
      }}
    >
      <span dir="ltr">{time}</span>
      {props.kind !== 'finish' && <span>{t(`deed.${props.kind}`)}</span>}
      {props.bib !== null && <span>{t('unassigned.bib', { bib: props.bib })}</span>}
      <TextInput
        size="sm"
        inputMode="numeric"
        aria-label={t('unassigned.of', { time })}
        placeholder={t('bib')}
        value={bib}
        onChange={(event) => setBib(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" variant="default" disabled={bib.trim() === ''}>
        {t('assign')}
      </Button>
    </form>
  );
}
