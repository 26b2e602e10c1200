import type { ReactNode } from 'react';
import { StatusBadge, useFormat, useText } from '@altis/web';
import type { Communication, UnitDetail, Weather } from '../../contract/index.ts';
import { PersonText } from '../public/competitor-name.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useWeatherWords } from '../public/use-weather-words.ts';
import { FactSource } from './fact-source.tsx';
import styles from './panel.module.css';
import { UnitPictures } from './unit-pictures.tsx';
import { UnitSettings } from './unit-settings.tsx';
import { useCodeWords } from './use-code-words.ts';
import { useFunctionName } from './use-function-name.ts';

/** What surrounds a unit: decisions and protests, pictures, course and rules, the weather, and who officiates. */
export function Circumstances({ unit }: { unit: UnitDetail }): ReactNode {
  return (
    <>
      <Communications items={unit.communications} />
      <UnitPictures pictures={unit.pictures} />
      <UnitSettings settings={unit.settings} />
      <WeatherReports reports={unit.weather} />
      <Officials officials={unit.officials} />
    </>
  );
}

/** Decisions of juries, protests and notices. */
export function Communications({ items }: { items: readonly Communication[] }): ReactNode {
  const t = useText(publicMessages);
  const code = useCodeWords();
  const { dateTime } = useFormat();
  if (items.length === 0) return null;
  return (
    <section className={styles['panel']}>
      <h2>{t('communications')}</h2>
      <ul className={styles['box']}>
        {items.map((item) => {
          const title = item.title ?? t(`communication.${item.kind}`);
          return (
            <li key={item.id}>
              <span className={styles['grow']}>
                <StatusBadge status={item.kind === 'protest' ? 'warn' : 'idle'}>
                  {t(`communication.${item.kind}`)}
                  {item.status !== null && ` · ${code.protest(item.status)}`}
                </StatusBadge>
                {item.title !== null && <bdi>{item.title}</bdi>}
                {item.text !== null && <bdi className={styles['dim']}>{item.text}</bdi>}
                {item.publishedAt !== null && (
                  <time className={styles['dim']} dateTime={item.publishedAt}>
                    {dateTime(item.publishedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                  </time>
                )}
              </span>
              <FactSource source={item.source} fact={title} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function WeatherReports({ reports }: { reports: readonly Weather[] }): ReactNode {
  const t = useText(publicMessages);
  const words = useWeatherWords();
  const { time } = useFormat();
  if (reports.length === 0) return null;
  return (
    <section className={styles['panel']}>
      <h2>{t('weather')}</h2>
      <ul className={styles['box']}>
        {reports.map((report) => (
          <li key={`${report.place} ${report.at}`}>
            <span className={styles['grow']}>
              <span>
                {[report.sky && words.sky(report.sky), report.snow && words.snow(report.snow)]
                  .filter((part) => part)
                  .join(' · ')}
              </span>
              <span className={styles['dim']}>
                {[
                  report.place && words.place(report.place),
                  report.humidity && t('weather.humidity', { value: report.humidity }),
                  report.windSpeed &&
                    t('weather.wind', {
                      value: words.windSpeed(report.windSpeed, report.windUnit),
                      direction: report.windDirection ?? '',
                    }),
                  report.at && time(report.at, { timeStyle: 'short' }),
                ]
                  .filter((part) => part)
                  .join(' · ')}
              </span>
            </span>
            {report.temperatures.map(({ code, value, unit }) => (
              <span key={code} className={styles['figure']}>
                <span className={styles['dim']}>{words.temperature(code)}</span>{' '}
                <bdi>
                  {value} {unit === null || unit === 'C' ? '°C' : unit}
                </bdi>
              </span>
            ))}
            <FactSource source={report.source} fact={t('weather')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Officials({ officials }: { officials: UnitDetail['officials'] }): ReactNode {
  const t = useText(publicMessages);
  const functionName = useFunctionName();
  if (officials.length === 0) return null;
  return (
    <section className={styles['panel']}>
      <h2>{t('officials')}</h2>
      <ul className={styles['box']}>
        {officials.map(({ code, name, organisation, function: role }) => (
          <li key={`${code} ${role}`}>
            <span className={styles['grow']}>
              <PersonText name={name} />
              {role !== null && <span className={styles['dim']}>{functionName(role)}</span>}
            </span>
            <OrganisationChip code={organisation} />
          </li>
        ))}
      </ul>
    </section>
  );
}
