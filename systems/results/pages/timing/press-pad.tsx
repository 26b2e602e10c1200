import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TimedStarter, TimingDeed } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

/** A start, a finish, or the number of a split: of a relay, that of the exchange. */
type Mode = 'start' | 'finish' | number;

/** Splits that single athletes may have, and exchanges that fit a phone. */
const [usualSplits, mostExchanges] = [3, 7];

/** The buttons: what a press means, the bib that is typed, and a tile for everybody whom it may be about. */
export function PressPad(props: { starters: readonly TimedStarter[]; press: (deed: TimingDeed) => void }): ReactNode {
  const t = useText(tablesMessages);
  const { starters } = props;
  const hasStarted = starters.some(({ state }) => state !== 'waiting');
  const [chosen, setMode] = useState<Mode>();
  const [bib, setBib] = useState('');
  const mode = chosen ?? (hasStarted ? 'finish' : 'start');
  const legs = Math.max(...starters.map(({ members }) => members.length));
  const splits = legs > 1 ? Math.min(legs - 1, mostExchanges) : usualSplits;
  const modes: readonly Mode[] = ['start', ...Array.from({ length: splits }, (_, at) => at + 1), 'finish'];
  const nameOf = (of: Mode): string =>
    typeof of === 'number' ? t(legs > 1 ? 'mode.exchange' : 'mode.split', { number: of }) : t(`mode.${of}`);
  const hint = typeof mode === 'number' ? (legs > 1 ? 'exchange' : 'split') : mode;
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
  const isDue = ({ state, splits: passed }: TimedStarter): boolean =>
    state === (mode === 'start' ? 'waiting' : 'running') && !passed.some(({ point }) => point === mode);
  const tiles = starters.filter(isDue);
  return (
    <section className={styles['pad']} aria-label={t('pad')}>
      <div className={styles['modes']}>
        <SegmentedControl
          fullWidth
          aria-label={t('pad.mode')}
          value={String(mode)}
          onChange={(value) => setMode(modes.find((each) => String(each) === value))}
          data={modes.map((value) => ({ value: String(value), label: nameOf(value) }))}
        />
      </div>
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
        {unknown ? t('bib.unknown') : t(`enter.${hint}`)}
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
          {bib.trim() === '' && mode === 'finish' ? t('finish.open') : nameOf(mode)}
        </Button>
      </div>
      {tiles.length > 0 && (
        <ul className={styles['tiles']} aria-label={nameOf(mode)}>
          {tiles.slice(0, 60).map((each) => (
            <li key={each.bib}>
              <button type="button" className={styles['tile']} onClick={() => pressFor(each.bib)}>
                <b>{each.bib}</b>
                <bdi>{each.name}</bdi>
                {nextOf(each, mode) !== undefined && <bdi className={styles['organisation']}>{nextOf(each, mode)}</bdi>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who comes in at that exchange or at the finish, of a team. */
function nextOf({ members }: TimedStarter, mode: Mode): string | undefined {
  return mode === 'start' ? members[0] : mode === 'finish' ? members.at(-1) : members[mode - 1];
}

function deedOf(mode: Mode, bib: string): TimingDeed {
  return typeof mode === 'number' ? { kind: 'split', bib, point: mode } : { kind: mode, bib };
}
