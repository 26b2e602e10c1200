import type { ReactNode } from 'react';
import { PageLink, useFormat, useText } from '@altis/web';
import type { Medal, UnitOutcome } from '../../contract/index.ts';
import { LocalCompetitor } from '../public/local-competitor.tsx';
import { LocalText } from '../public/local-text.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { isRankOfMedal, medalOf } from '../unit/medal-of.ts';
import { Tags } from '../unit/tags.tsx';
import { UnitStatus } from '../unit-status.tsx';
import columns from '../public/columns.module.css';
import styles from './people.module.css';

type Leader = UnitOutcome['unit']['leaders'][number];

/** What an athlete or a team did, unit by unit; `medals` are those that they won. */
export function Outcomes(props: { outcomes: readonly UnitOutcome[]; medals: readonly Medal[] }): ReactNode {
  const { outcomes, medals } = props;
  const t = useText(publicMessages);
  if (outcomes.length === 0) return null;
  return (
    <section className={columns['section']}>
      <h2>{t('outcomes')}</h2>
      <ol className={styles['outcomes']}>
        {outcomes.map((outcome) => (
          <OutcomeLine key={`${outcome.unit.rsc} ${outcome.competitor}`} outcome={outcome} medals={medals} />
        ))}
      </ol>
    </section>
  );
}

function OutcomeLine({ outcome, medals }: { outcome: UnitOutcome; medals: readonly Medal[] }): ReactNode {
  const t = useText(publicMessages);
  const { date } = useFormat('UTC');
  const game = gameOf(outcome);
  return (
    <li className={styles['outcome']}>
      <span className={styles['place']}>
        <Place outcome={outcome} medals={medals} />
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
        {game && (
          <span>
            <OrganisationChip code={game.opponent.organisation} /> <LocalCompetitor {...game.opponent} />
          </span>
        )}
      </span>
      <span className={styles['mark']}>
        <span>
          <Tags competitor={{ qualification: outcome.qualification, records: [] }} />{' '}
          <bdi>{outcome.invalidMark ?? game?.score ?? outcome.result}</bdi>
        </span>
        {outcome.result === null && outcome.invalidMark === null && <UnitStatus {...outcome.unit} />}
        {outcome.rank === null && outcome.outcome !== null && (
          <span className={styles['dim']}>{t(`outcome.${outcome.outcome}`)}</span>
        )}
        {outcome.diff !== null && <bdi className={styles['dim']}>{outcome.diff}</bdi>}
      </span>
    </li>
  );
}

function Place({ outcome, medals }: { outcome: UnitOutcome; medals: readonly Medal[] }): ReactNode {
  const { unit, rank, competitor } = outcome;
  const ofEvent = medals.filter(({ event }) => event === unit.event);
  const medal = medalOf(unit, ofEvent, competitor);
  if (medal !== undefined && isRankOfMedal(unit, rank, medal)) return <MedalMark medal={medal} isLarge />;
  return rank ?? (outcome.outcome === null ? '–' : null);
}

/** The other side of a game, and the score with the own side first; undefined where there are no two sides. */
function gameOf({ unit, competitor }: UnitOutcome): { opponent: Leader; score: string | null } | undefined {
  const own = unit.leaders.find(({ code }) => code === competitor);
  const opponent = unit.leaders.find(({ code }) => code !== competitor);
  if (!own || !opponent || unit.leaders.length !== 2 || own.rank !== null) return undefined;
  return { opponent, score: own.result === null ? null : `${own.result}–${opponent.result ?? ''}` };
}
