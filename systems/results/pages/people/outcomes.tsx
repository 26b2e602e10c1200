import type { ReactNode } from 'react';
import { PageLink, useFormat, useText } from '@altis/web';
import type { UnitOutcome } from '../../contract/index.ts';
import { LocalText } from '../public/local-text.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { medalOf } from '../unit/medal-of.ts';
import { Tags } from '../unit/tags.tsx';
import { UnitStatus } from '../unit-status.tsx';
import styles from './people.module.css';

/** What an athlete or a team did, unit by unit. */
export function Outcomes({ outcomes }: { outcomes: readonly UnitOutcome[] }): ReactNode {
  const t = useText(publicMessages);
  const { date } = useFormat('UTC');
  if (outcomes.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('outcomes')}</h2>
      <ol className={styles['outcomes']}>
        {outcomes.map((outcome) => (
          <li key={`${outcome.unit.rsc} ${outcome.competitor}`} className={styles['outcome']}>
            <span className={styles['place']}>
              <Place outcome={outcome} />
            </span>
            <span className={styles['what']}>
              <span className={styles['dim']}>
                {outcome.unit.day !== null && `${date(outcome.unit.day, { day: 'numeric', month: 'short' })} · `}
                <PageLink to={`/results/events/${outcome.unit.event}`}>
                  <LocalText name={outcome.unit.eventName} />
                </PageLink>
              </span>
              <PageLink to={`/results/units/${outcome.unit.rsc}`}>
                <LocalText name={outcome.unit.name} />
              </PageLink>
            </span>
            <span className={styles['mark']}>
              <span>
                <Tags competitor={{ qualification: outcome.qualification, records: [] }} />{' '}
                <bdi>{outcome.invalidMark ?? outcome.result}</bdi>
              </span>
              {outcome.result === null && outcome.invalidMark === null && <UnitStatus {...outcome.unit} />}
              {outcome.diff !== null && <bdi className={styles['dim']}>{outcome.diff}</bdi>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Place({ outcome }: { outcome: UnitOutcome }): ReactNode {
  const t = useText(publicMessages);
  const medal = outcome.rank === null ? undefined : medalOf(outcome.unit, outcome.rank);
  if (medal !== undefined) return <MedalMark medal={medal} isLarge />;
  if (outcome.rank !== null) return outcome.rank;
  return outcome.outcome === null ? (
    '–'
  ) : (
    <abbr title={t(`outcome.${outcome.outcome}`)}>{t(`outcome.short.${outcome.outcome}`)}</abbr>
  );
}
