import type { ReactNode } from 'react';
import { useFormat, useText } from '@altis/web';
import type { UnitDetail } from '../../contract/index.ts';
import { MedalMark } from '../public/medal-mark.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useLocalText } from '../public/local-text.tsx';
import { useVenueNames } from '../public/use-local-names.ts';
import { UnitTime } from '../public/unit-time.tsx';
import { ZoneSwitch } from '../public/zone-switch.tsx';
import styles from './unit-bar.module.css';

/** When and where a unit is, and how far it has come. */
export function UnitBar({ unit }: { unit: UnitDetail }): ReactNode {
  const t = useText(publicMessages);
  const { date, number } = useFormat('UTC');
  const venue = useLocalText()(useVenueNames()(unit)).text;
  const place = [...new Set([venue, unit.locationName === unit.venueName ? null : unit.locationName])]
    .filter((part) => part)
    .join(' · ');
  return (
    <div className={styles['bar']}>
      <dl className={styles['facts']}>
        {unit.day !== null && (
          <div>
            <dt>{t('unit.day')}</dt>
            <dd>{date(unit.day, { weekday: 'short', day: 'numeric', month: 'long' })}</dd>
          </div>
        )}
        <div>
          <dt>{t('unit.start')}</dt>
          <dd>
            <UnitTime unit={unit} />
          </dd>
        </div>
        {place !== '' && (
          <div>
            <dt>{t('unit.venue')}</dt>
            <dd>
              <bdi>{place}</bdi>
            </dd>
          </div>
        )}
        {unit.medal !== 'none' && (
          <div>
            <dt>{t('unit.medals')}</dt>
            <dd className={styles['medal']}>
              <MedalMark medal={unit.medal} /> {t(`medal.${unit.medal}`)}
            </dd>
          </div>
        )}
        {/* Its room is always there, so that nothing moves when the first one is through. */}
        <div data-empty={unit.progress === null || undefined}>
          <dt>{t('unit.progress')}</dt>
          <dd className={styles['progress']}>
            {unit.progress &&
              t('unit.progressOf', { complete: number(unit.progress.complete), total: number(unit.progress.total) })}
          </dd>
        </div>
      </dl>
      <ZoneSwitch day={unit.day ?? undefined} units={[unit]} />
    </div>
  );
}
