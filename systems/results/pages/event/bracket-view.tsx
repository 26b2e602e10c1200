import type { ReactNode } from 'react';
import { PageLink, useText } from '@altis/web';
import type { Bracket } from '../../contract/index.ts';
import { LocalCompetitor } from '../public/local-competitor.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { FactSource } from '../unit/fact-source.tsx';
import columns from '../public/columns.module.css';
import styles from './event-page.module.css';
import bracketStyles from './bracket-view.module.css';
import { useRoundName } from './use-round-name.ts';

type Item = Bracket['rounds'][number]['items'][number];

/** Who meets whom: rounds side by side where there is room, one below the other on a phone. */
export function BracketView({ bracket }: { bracket: Bracket }): ReactNode {
  const t = useText(publicMessages);
  const roundName = useRoundName();
  const title = roundName.bracket(bracket.code);
  return (
    <section className={columns['section']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        <FactSource source={bracket.source} fact={title} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide bracket scrolls by itself; the keyboard must be able to reach it */}
      <div className={bracketStyles['scroll']} role="region" aria-label={t('bracketOf', { title })} tabIndex={0}>
        <ol className={bracketStyles['rounds']}>
          {bracket.rounds.map((round) => (
            <li key={round.code} className={bracketStyles['round']}>
              <h3>{roundName.round(round.code)}</h3>
              <ol className={bracketStyles['items']}>
                {round.items.map((item, place) => (
                  <li key={item.unit ?? item.position ?? place}>
                    <Meeting item={item} />
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Meeting({ item }: { item: Item }): ReactNode {
  const t = useText(publicMessages);
  const places = (
    <>
      {item.places.map((place, number) => (
        // oxlint-disable-next-line react/no-array-index-key -- the places of a meeting are fixed; who is on them is not
        <span key={number} className={bracketStyles['place']} data-won={place.outcome === 'W' || undefined}>
          <OrganisationChip code={place.organisation} />
          <span className={bracketStyles['name']}>
            {place.name === null ? (
              t('bracket.open')
            ) : (
              <LocalCompetitor name={place.name} organisation={place.organisation} />
            )}
          </span>
          <bdi className={bracketStyles['result']}>{place.invalidMark ?? place.result}</bdi>
        </span>
      ))}
    </>
  );
  if (item.unit === null) return <div className={bracketStyles['meeting']}>{places}</div>;
  return (
    <PageLink to={`/results/units/${item.unit}`} className={bracketStyles['meeting']}>
      {places}
    </PageLink>
  );
}
