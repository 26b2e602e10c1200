import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import { publicMessages } from '../public/public-messages.ts';
import styles from './panel.module.css';
import { usePeriodName } from './use-period-name.ts';

/** The score period by period. */
export function PeriodTable(props: { unit: UnitDetail; home: UnitCompetitor; away: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  const periodName = usePeriodName();
  const { periods } = props.unit;
  if (periods.length === 0) return null;
  return (
    <section className={styles['panel']}>
      <h2>{t('periods')}</h2>
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            {[props.home, props.away].map(({ code, organisation, name }) => (
              <th key={code} scope="col">
                <bdi>{organisation || name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.code}>
              <th scope="row">{periodName(period.code)}</th>
              <td>{period.homeInPeriod ?? period.home}</td>
              <td>{period.awayInPeriod ?? period.away}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
