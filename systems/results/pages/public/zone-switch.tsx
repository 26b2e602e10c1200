import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '@altis/web';
import { zoneName } from './local-time.ts';
import { publicMessages } from './public-messages.ts';
import { useTimeZoneChoice } from './time-zone-choice.ts';
import { useGamesZone } from './use-games.ts';
import styles from './zone-switch.module.css';

/** In whose time zone the times on the page are; names the zone that is shown. `day` decides between summer and winter. */
export function ZoneSwitch({ day }: { day: string | undefined }): ReactNode {
  const t = useText(publicMessages);
  const { language } = useLanguage();
  const [choice, choose] = useTimeZoneChoice();
  const gamesZone = useGamesZone();
  const [now] = useState(() => new Date());
  const at = day === undefined ? now : new Date(`${day}T12:00:00Z`);
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
      <span className={styles['zone']}>{zoneName(choice === 'venue' ? gamesZone : undefined, at, language)}</span>
    </div>
  );
}
