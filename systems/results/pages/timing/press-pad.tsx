import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TimedStarter, TimingDeed } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

const modes = ['start', 'split1', 'split2', 'split3', 'finish'] as const;
type Mode = (typeof modes)[number];

/** The buttons: what a press means, the bib that is typed, and a tile for everybody whom it may be about. */
export function PressPad(props: { starters: readonly TimedStarter[]; press: (deed: TimingDeed) => void }): ReactNode {
  const t = useText(tablesMessages);
  const { starters } = props;
  const hasStarted = starters.some(({ state }) => state !== 'waiting');
  const [chosen, setMode] = useState<Mode>();
  const [bib, setBib] = useState('');
  const mode = chosen ?? (hasStarted ? 'finish' : 'start');
  const unknown = bib.trim() !== '' && !starters.some((each) => each.bib === bib.trim());
  const next = starters.find(({ state }) => state === 'waiting');

  const pressFor = (of: string): void => {
    props.press(deedOf(mode, of));
    setBib('');
  };
  const pressTyped = (): void => {
    const typed = bib.trim();
    if (typed !== '') pressFor(typed);
    else if (mode === 'finish') props.press({ kind: 'finish', bib: null });
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setBib('');
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    pressTyped();
  };
  const tiles = starters.filter(({ state }) => state === (mode === 'start' ? 'waiting' : 'running'));
  return (
    <section className={styles['pad']} aria-label={t('pad')}>
      <SegmentedControl
        fullWidth
        aria-label={t('pad.mode')}
        value={mode}
        onChange={(value) => setMode(modes.find((each) => each === value))}
        data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      {mode === 'start' && (
        <div className={styles['starts']}>
          <Button
            size="xl"
            disabled={next === undefined}
            onClick={() => {
              props.press({ kind: 'start', bib: null });
              setMode('finish');
            }}
          >
            {t('start.all')}
          </Button>
          <Button size="xl" variant="default" disabled={next === undefined} onClick={() => next && pressFor(next.bib)}>
            {t('start.next', { bib: next?.bib ?? '' })}
          </Button>
        </div>
      )}
      {mode === 'start' && next !== undefined && (
        <p className={styles['next']}>
          {t('next')} <b>{next.bib}</b> <bdi>{next.name}</bdi>
        </p>
      )}
      <p className={styles['hint']} id="pad-hint">
        {unknown ? t('bib.unknown') : t(`enter.${mode === 'start' || mode === 'finish' ? mode : 'split'}`)}
      </p>
      <div className={styles['entry']}>
        <TextInput
          size="xl"
          label={t('bib')}
          aria-describedby="pad-hint"
          inputMode="numeric"
          autoComplete="off"
          value={bib}
          onChange={(event) => setBib(event.currentTarget.value)}
          onKeyDown={key}
        />
        <Button size="xl" disabled={bib.trim() === '' && mode !== 'finish'} onClick={pressTyped}>
          {bib.trim() === '' && mode === 'finish' ? t('finish.open') : t(`mode.${mode}`)}
        </Button>
      </div>
      {tiles.length > 0 && (
        <ul className={styles['tiles']} aria-label={t(`mode.${mode}`)}>
          {tiles.slice(0, 60).map((each) => (
            <li key={each.bib}>
              <button type="button" className={styles['tile']} onClick={() => pressFor(each.bib)}>
                <b>{each.bib}</b>
                <bdi>{each.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function deedOf(mode: Mode, bib: string): TimingDeed {
  if (mode === 'start' || mode === 'finish') return { kind: mode, bib };
  return { kind: 'split', bib, point: Number(mode.slice('split'.length)) };
}
