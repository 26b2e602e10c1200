import { useState, type ReactNode } from 'react';
import { useFormat, useText } from '@altis/web';
import type { Fact } from '../../contract/index.ts';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { useTimeZoneChoice } from '../public/time-zone-choice.ts';
import { useGamesZone } from '../public/use-games.ts';
import { useMovingRows } from '../public/use-moving-rows.ts';
import styles from './fact-feed.module.css';
import { FactSource } from './fact-source.tsx';
import { useFactWords } from './use-fact-words.ts';

/** What happened, the newest first, each with the message that told it. It scrolls in its own room and pushes nothing. */
export function FactFeed({ facts, relays = none }: { facts: readonly Fact[]; relays?: Relays }): ReactNode {
  const t = useText(publicMessages);
  const list = useMovingRows<HTMLOListElement>();
  // Where all was over when the page was opened, no news comes that would need the room.
  const [isSettled] = useState(() => facts.some(({ kind }) => kind === 'official'));
  return (
    <section>
      <h2 className={styles['title']}>{t('facts')}</h2>
      <div
        className={styles['frame']}
        data-settled={isSettled || undefined}
        role="region"
        aria-label={t('facts')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls by itself; the keyboard must be able to reach it
        tabIndex={0}
      >
        {facts.length === 0 && <p className={styles['none']}>{t('facts.none')}</p>}
        <ol ref={list} className={styles['list']}>
          {folded(facts).map((run) => (
            <FactRun key={run.at(-1)?.id} run={run} relays={relays} />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** Codes of the competitors whose parts are legs. */
type Relays = ReadonlySet<string>;

const none: Relays = new Set();

/** As many neighbours that say the same of others are one line. */
const foldedFrom = 4;

/** Neighbours that qualify as one run, so that they do not push out the story; every other fact by itself. */
function folded(facts: readonly Fact[]): Fact[][] {
  const runs: Fact[][] = [];
  for (const fact of facts) {
    const last = runs.at(-1);
    if (fact.kind === 'qualified' && last?.[0]?.kind === 'qualified') last.push(fact);
    else runs.push([fact]);
  }
  return runs.flatMap((run) => (run.length < foldedFrom ? run.map((fact) => [fact]) : [run]));
}

function FactRun({ run, relays }: { run: readonly Fact[]; relays: Relays }): ReactNode {
  const t = useText(publicMessages);
  const lines = run.map((fact) => (
    <li key={fact.id} data-row={fact.id} data-kind={fact.kind}>
      <FactLine fact={fact} relays={relays} />
    </li>
  ));
  if (run.length === 1) return lines;
  return (
    <li data-folded>
      <details>
        <summary className={styles['summary']}>{t('fact.qualified.many', { count: run.length })}</summary>
        <ol className={styles['list']}>{lines}</ol>
      </details>
    </li>
  );
}

function FactLine({ fact, relays }: { fact: Fact; relays: Relays }): ReactNode {
  const t = useText(publicMessages);
  const words = useFactWords(relays)(fact);
  const [choice] = useTimeZoneChoice();
  const gamesZone = useGamesZone();
  const { time } = useFormat(choice === 'venue' ? gamesZone : undefined);
  return (
    <>
      <time dateTime={fact.at} className={styles['time']}>
        {time(fact.at, { timeStyle: 'medium', hourCycle: 'h23' })}
      </time>
      <span className={styles['what']}>
        <span>{words.text}</span>
        <span className={styles['figures']}>
          <OrganisationChip code={fact.organisation} />
          {words.figure !== null && <bdi className={styles['figure']}>{words.figure}</bdi>}
          {fact.rank !== null && <span>{t('rankOf', { rank: fact.rank })}</span>}
        </span>
      </span>
      <FactSource source={fact.source} fact={words.text} />
    </>
  );
}
