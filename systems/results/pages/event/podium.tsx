import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { Medal } from '../../contract/index.ts';
import { CompetitorName } from '../public/competitor-name.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { FactSource } from '../unit/fact-source.tsx';
import columns from '../public/columns.module.css';
import list from '../medals/medal-list.module.css';
import podium from './podium.module.css';

/** The medals of an event; their places are there before they are won. A tie shows the same medal twice. */
export function Podium({ medals }: { medals: readonly Medal[] }): ReactNode {
  const t = useText(publicMessages);
  return (
    <section className={columns['section']}>
      <h2>{t('tab.medals')}</h2>
      <ol className={list['medals']}>
        {medals.length === 0
          ? (['gold', 'silver', 'bronze'] as const).map((medal) => (
              <li key={medal}>
                <MedalMark medal={medal} isLarge />
                <span className={list['dim']}>{t('medals.open')}</span>
              </li>
            ))
          : medals.map((won) => (
              <li key={`${won.medal} ${won.code}`}>
                <MedalMark medal={won.medal} isLarge />
                <span className={list['who']}>
                  <span className={podium['name']}>
                    <OrganisationChip code={won.organisation} isLink />
                    <CompetitorName competitor={won} />
                  </span>
                  {won.kind === 'team' && won.athletes.length > 0 && won.athletes.length <= 6 && (
                    <bdi className={list['dim']}>{won.athletes.map(({ name }) => name).join(', ')}</bdi>
                  )}
                </span>
                <FactSource source={won.source} fact={`${t(`medal.${won.medal}`)}: ${won.name}`} />
              </li>
            ))}
      </ol>
    </section>
  );
}
