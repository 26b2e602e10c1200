import type { ReactNode } from 'react';
import { PageLink, useText } from '@altis/web';
import type { Medal } from '../../contract/index.ts';
import { CompetitorName } from '../public/competitor-name.tsx';
import { LocalText } from '../public/local-text.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { useMovingRows } from '../public/use-moving-rows.ts';
import { FactSource } from '../unit/fact-source.tsx';
import styles from './medal-list.module.css';

/** Medals with who won them in which event, each with its source. */
export function MedalLines({ medals }: { medals: readonly Medal[] }): ReactNode {
  const t = useText(publicMessages);
  const disciplineName = useDisciplineName();
  const list = useMovingRows<HTMLUListElement>();
  return (
    <ul ref={list} className={styles['medals']}>
      {medals.map((medal) => (
        <li key={keyOf(medal)} data-row={keyOf(medal)}>
          <MedalMark medal={medal.medal} isLarge />
          <span className={styles['who']}>
            <CompetitorName competitor={medal} />
            <span className={styles['dim']}>
              <LocalText name={disciplineName(medal.discipline)} />
              {' · '}
              <PageLink to={`/results/events/${medal.event}`}>
                <LocalText name={medal.eventName} />
              </PageLink>
            </span>
          </span>
          <OrganisationChip code={medal.organisation} isLink />
          <FactSource source={medal.source} fact={`${t(`medal.${medal.medal}`)}: ${medal.name}`} />
        </li>
      ))}
    </ul>
  );
}

function keyOf({ event, medal, code }: Medal): string {
  return `${event} ${medal} ${code}`;
}
