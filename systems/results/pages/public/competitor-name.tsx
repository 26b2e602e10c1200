import type { ReactNode } from 'react';
import { PageLink } from '@altis/web';
import type { PersonName } from '../../contract/index.ts';
import styles from './competitor-name.module.css';
import { LocalCompetitor } from './local-competitor.tsx';

type Named = {
  readonly code: string;
  readonly kind: 'athlete' | 'team';
  readonly name: string;
  readonly organisation: string;
  readonly athletes?: readonly { readonly name: PersonName | string }[];
};

/** An athlete or team under its name, with the way to its page; an athlete's print name where there is room, else the name for TV. */
export function CompetitorName({ competitor }: { competitor: Named }): ReactNode {
  const { code, kind, name, organisation, athletes } = competitor;
  const own = kind === 'athlete' ? athletes?.[0]?.name : undefined;
  const names = typeof own === 'object' ? own : undefined;
  return (
    <PageLink to={competitorPath(kind, code)} className={styles['name']}>
      {names === undefined ? <LocalCompetitor name={name} organisation={organisation} /> : <PersonText name={names} />}
    </PageLink>
  );
}

/** A person's name: as in print on wide screens, as on television on narrow ones. */
export function PersonText({ name }: { name: PersonName }): ReactNode {
  return (
    <>
      <bdi className={styles['print']}>{name.print}</bdi>
      <bdi className={styles['tv']}>{name.tv}</bdi>
    </>
  );
}

/** Path of the page of an athlete or team. */
function competitorPath(kind: 'athlete' | 'team', code: string): string {
  return `/results/${kind === 'athlete' ? 'athletes' : 'teams'}/${encodeURIComponent(code)}`;
}
