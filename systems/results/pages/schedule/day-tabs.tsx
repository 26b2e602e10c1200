import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { PageLink, useFormat, useText } from '@altis/web';
import { MedalMark } from '../public/medal-mark.tsx';
import { publicMessages } from '../public/public-messages.ts';
import styles from './day-tabs.module.css';
import { useScheduleLink } from './use-schedule-link.ts';

type Day = { readonly day: string; readonly units: number; readonly medalUnits: number };

/** The days of the Games side by side; the one that is shown is in view. */
export function DayTabs({ days, shown }: { days: readonly Day[]; shown: string }): ReactNode {
  const t = useText(publicMessages);
  const { date, number } = useFormat('UTC');
  const linkTo = useScheduleLink();
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <nav aria-label={t('schedule.days')} className={styles['days']}>
      <ol>
        {days.map(({ day, medalUnits }) => (
          <li key={day} ref={day === shown ? current : null}>
            <PageLink to={linkTo({ day })} className={styles['day']} aria-current={day === shown ? 'date' : undefined}>
              <span className={styles['weekday']}>{date(day, { weekday: 'short' })}</span>
              <span className={styles['date']}>{date(day, { day: 'numeric', month: 'short' })}</span>
              <span className={styles['medals']}>
                {medalUnits > 0 && (
                  <>
                    <MedalMark medal="any" />
                    <span aria-hidden="true">{number(medalUnits)}</span>
                    <VisuallyHidden>{t('schedule.medalUnits', { count: medalUnits })}</VisuallyHidden>
                  </>
                )}
              </span>
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
