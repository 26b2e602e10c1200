import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat, useText } from '@altis/web';
import { dayShift, isTimeTwice } from './local-time.ts';
import { LocalText } from './local-text.tsx';
import { publicMessages } from './public-messages.ts';
import { useTimeZoneChoice } from './time-zone-choice.ts';
import styles from './unit-time.module.css';
import { useGamesZone } from './use-games.ts';
import { useShownOffset, useZoneOfUnit, type Timed } from './use-shown-offsets.ts';

/**
 * When a unit starts, in the zone that the reader chose. Where the calendar there shows another day than the Games' own,
 * it says so; it tells its offset where that is not the `usualOffset` around it, and in the night of the turned-back
 * clocks; and it keeps a time to itself that only orders.
 */
export function UnitTime({ unit, usualOffset }: { unit: Timed; usualOffset?: string | undefined }): ReactNode {
  const t = useText(publicMessages);
  const [choice] = useTimeZoneChoice();
  const gamesZone = useGamesZone();
  const zone = useZoneOfUnit()(unit);
  const offset = useShownOffset()(unit);
  const { time, date } = useFormat(zone);
  if (unit.isStartHidden) return <StartText unit={unit} />;
  if (unit.startsAt === null) return <span className={styles['text']}>{t('time.open')}</span>;
  const shift = unit.day === null ? 0 : dayShift(unit.startsAt, unit.day, zone);
  const isTwice = isTimeTwice(unit.startsAt, choice === 'venue' ? gamesZone : undefined);
  const isUnusual = usualOffset !== undefined && offset !== usualOffset;
  return (
    <time dateTime={unit.startsAt} className={styles['time']} data-moved={isMoved(unit) || undefined}>
      {time(unit.startsAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
      {shift !== 0 && (
        <span className={styles['shift']}>
          <span aria-hidden="true">{shift > 0 ? `+${shift}` : `−${-shift}`}</span>
          <VisuallyHidden>{date(unit.startsAt, { weekday: 'short', day: 'numeric', month: 'short' })}</VisuallyHidden>
        </span>
      )}
      {(isTwice || isUnusual) && (
        <>
          {' '}
          <bdi className={styles['offset']}>{offset}</bdi>
        </>
      )}
    </time>
  );
}

function StartText({ unit }: { unit: Timed }): ReactNode {
  const t = useText(publicMessages);
  const hasText = Object.values(unit.startText).some((text) => text !== '');
  return <span className={styles['text']}>{hasText ? <LocalText name={unit.startText} /> : t('time.followedBy')}</span>;
}

function isMoved({ scheduleStatus }: Timed): boolean {
  return scheduleStatus === 'CANCELLED' || scheduleStatus === 'POSTPONED';
}
