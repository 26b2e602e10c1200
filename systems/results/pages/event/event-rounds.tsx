import type { ReactNode } from 'react';
import type { EventDetail, Standing } from '../../contract/index.ts';
import { LocalText, useLocalText } from '../public/local-text.tsx';
import { UnitList } from '../public/unit-list.tsx';
import { BracketView } from './bracket-view.tsx';
import columns from '../public/columns.module.css';
import { StandingTable } from './standing-table.tsx';

type Phase = EventDetail['phases'][number];

/**
 * How an event goes: where the whole of it stands, then phase after phase with the standings of each. Of one that is
 * over, what decided it comes first, and the ranking of a phase, which its units and the final ranking tell, is folded.
 */
export function EventRounds({
  event,
  usualOffset,
}: {
  event: EventDetail;
  usualOffset: string | undefined;
}): ReactNode {
  const isOver = event.status === 'finished';
  const phases = event.phases.map((phase) => (
    <PhaseSection
      key={phase.rsc}
      phase={phase}
      standings={event.standings.filter(({ rsc }) => rsc !== event.rsc && isWithin(phase, rsc)).toSorted(byCode)}
      isOver={isOver}
      usualOffset={usualOffset}
    />
  ));
  const brackets = event.brackets.map((bracket) => <BracketView key={bracket.code} bracket={bracket} />);
  const ofNoPhase = ({ rsc }: Standing): boolean => !event.phases.some((phase) => isWithin(phase, rsc));
  return (
    <>
      {event.standings
        .filter((standing) => standing.rsc === event.rsc || ofNoPhase(standing))
        .toSorted(byCode)
        .map((standing) => (
          <StandingTable key={`${standing.kind} ${standing.rsc}`} standing={standing} />
        ))}
      {isOver ? [...brackets, ...phases.toReversed()] : [...phases, ...brackets]}
    </>
  );
}

function PhaseSection(props: {
  phase: Phase;
  standings: readonly Standing[];
  isOver: boolean;
  usualOffset: string | undefined;
}): ReactNode {
  const textOf = useLocalText();
  const { phase, standings, isOver, usualOffset } = props;
  return (
    <>
      <section className={columns['section']}>
        <h2>
          <LocalText name={phase.name} />
        </h2>
        <UnitList label={textOf(phase.name).text} units={phase.units} isOfOneEvent usualOffset={usualOffset} />
      </section>
      {standings.map((standing) => (
        <StandingTable
          key={`${standing.kind} ${standing.rsc}`}
          standing={standing}
          isFolded={isOver && standing.kind !== 'pool'}
        />
      ))}
    </>
  );
}

/** Whether a phase, or something of it, has this code: the first 26 characters of an RSC tell its phase. */
function isWithin(phase: Phase, rsc: string): boolean {
  return rsc.slice(0, 26) === phase.rsc.slice(0, 26);
}

/** That of the whole event first, then phases and groups as their codes go. */
function byCode(left: Standing, right: Standing): number {
  return left.rsc < right.rsc ? -1 : Number(left.rsc > right.rsc);
}
