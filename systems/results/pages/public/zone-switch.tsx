import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useLanguage, useText } from '@altis/web';
import { offsetText, zoneName } from './local-time.ts';
import { publicMessages } from './public-messages.ts';
import { useTimeZoneChoice } from './time-zone-choice.ts';
import { useGamesZone } from './use-games.ts';
import { useShownOffset, useShownOffsets, type Timed } from './use-shown-offsets.ts';
import styles from './zone-switch.module.css';

/** In whose time zone the times on the page are; names that of its units, or where there are none that of `day`. */
export function ZoneSwitch({ day, units }: { day: string | undefined; units: readonly Timed[] }): ReactNode {
  const t = useText(publicMessages);
  const [choice, choose] = useTimeZoneChoice();
  return (
    <div className={styles['switch']}>
      <SegmentedControl
        size="xs"
        aria-label={t('time.zone')}
        value={choice}
        onChange={(value) => choose(value === 'venue' ? 'venue' : 'viewer')}
        data={[
          { value: 'viewer', label: t('time.mine') },
          { value: 'venue', label: t('time.venue') },
        ]}
      />
      <ZoneOfTimes day={day} units={units} />
    </div>
  );
}

/** The zone by its name where all times are of it, and by its offset; of venues in several zones, their offsets. */
function ZoneOfTimes({ day, units }: { day: string | undefined; units: readonly Timed[] }): ReactNode {
  const { language } = useLanguage();
  const { list } = useFormat();
  const [choice] = useTimeZoneChoice();
  const gamesZone = useGamesZone();
  const offsetOf = useShownOffset();
  const shown = useShownOffsets(units);
  const [now] = useState(() => new Date());
  const zone = choice === 'venue' ? gamesZone : undefined;
  const at = day === undefined ? now : new Date(`${day}T12:00:00Z`);
  const isAway = (unit: Timed): boolean =>
    unit.startsAt !== null && offsetOf(unit) !== offsetText(zone, new Date(unit.startsAt), language);
  const name = units.some(isAway) ? undefined : zoneName(zone, at, language);
  const offsets = list(shown.length > 0 ? shown : [offsetText(zone, at, language)]);
  return <span className={styles['zone']}>{name === undefined ? offsets : `${name} (${offsets})`}</span>;
}
