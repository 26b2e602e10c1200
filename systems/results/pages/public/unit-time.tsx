import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat, useText } from '@altis/web';
import type { UnitSummary } from '../../contract/index.ts';
import { dayShift, isTimeTwice } from './local-time.ts';
import { LocalText } from './local-text.tsx';
import { publicMessages } from './public-messages.ts';
import { useTimeZoneChoice } from './time-zone-choice.ts';
import styles from './unit-time.module.css';
import { useGamesZone } from './use-games.ts';

type Timed = Pick<UnitSummary, 'startsAt' | 'offset' | 'day' | 'isStartHidden' | 'startText' | 'scheduleStatus'>;

/**
 * When a unit starts, in the zone that the reader chose. Where the calendar there shows another day than the Games' own,
 * it says so; in the night of the turned-back clocks it tells the offset; and it keeps a time to itself that only orders.
 */
export function UnitTime({ unit }: { unit: Timed }): ReactNode {
  const t = useText(publicMessages);
  const [choice] = useTimeZoneChoice();
  const gamesZone = useGamesZone();
  const atVenue = unit.offset ?? gamesZone;
  const zone = choice === 'venue' ? atVenue : undefined;
  const { time, date } = useFormat(zone);
  if (unit.isStartHidden) return <StartText unit={unit} />;
  if (unit.startsAt === null) return <span className={styles['text']}>{t('time.open')}</span>;
  const shift = unit.day === null ? 0 : dayShift(unit.startsAt, unit.day, zone);
  const isTwice = isTimeTwice(unit.startsAt, choice === 'venue' ? gamesZone : undefined);
  return (
    <time dateTime={unit.startsAt} className={styles['time']} data-moved={isMoved(unit) || undefined}>
      {time(unit.startsAt, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(isTwice && { timeZoneName: 'shortOffset' }),
      })}
      {shift !== 0 && (
        <span className={styles['shift']}>
          <span aria-hidden="true">{shift > 0 ? `+${shift}` : `−${-shift}`}</span>
          <VisuallyHidden>{date(unit.startsAt, { weekday: 'short', day: 'numeric', month: 'short' })}</VisuallyHidden>
        </span>
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
