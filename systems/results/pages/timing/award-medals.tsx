import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice, Notice, PageLink, useAction, useApi, useText } from '@altis/web';
import { results, type Award } from '../../contract/index.ts';
import { MedalMark } from '../public/medal-mark.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

/** Offers to award the medals of a final whose results are official; nothing is awarded unless it is ticked and confirmed. */
export function AwardMedals({ unit }: { unit: string }): ReactNode {
  return (
    // The console beside it stays in sight while texts are loaded.
    <Suspense fallback={null}>
      <Panel unit={unit} />
    </Suspense>
  );
}

function Panel({ unit }: { unit: string }): ReactNode {
  const t = useText(tablesMessages);
  // Those of the marks, before anybody ticks.
  useText(publicMessages);
  const { data: award } = useQuery(useApi(results).awards.plan.queryOptions({ unit }));
  if (award === undefined || !award.isOpen) return null;
  return (
    <section className={styles['award']} aria-label={t('award')}>
      {award.stands === 'same' ? (
        <Notice tone="ok" title={t('award.done')}>
          <PageLink to={`/results/events/${award.event}`}>{t('award.event')}</PageLink>
        </Notice>
      ) : (
        <Offer award={award} />
      )}
    </section>
  );
}

function Offer({ award }: { award: Award }): ReactNode {
  const t = useText(tablesMessages);
  const { awards } = useApi(results);
  const write = useAction(awards.write, { quiet: true });
  const [isTicked, setTicked] = useState(false);
  const [isTakingOver, setTakingOver] = useState(false);
  const { unit, medals, sender, stands } = award;
  const submit = (): void => {
    const given = medals.map(({ medal, code }) => ({ medal, code }));
    void write.run({ unit, medals: given, mayTakeOver: isTakingOver });
  };
  return (
    <>
      <Checkbox
        label={t(stands === 'other' ? 'award.again' : 'award.offer')}
        checked={isTicked}
        onChange={({ currentTarget }) => setTicked(currentTarget.checked)}
      />
      {isTicked && (
        <>
          <ul className={styles['winners']}>
            {medals.map(({ medal, code, name, organisation }) => (
              <li key={code}>
                <MedalMark medal={medal} /> <OrganisationChip code={organisation} /> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          {stands === 'other' && <Notice tone="warn" title={t('award.replaces')} />}
          {sender !== null && (
            <Notice tone="warn" title={t('stands.sender', { sender })}>
              <Checkbox
                label={t('stands.sender.confirm', { sender })}
                checked={isTakingOver}
                onChange={({ currentTarget }) => setTakingOver(currentTarget.checked)}
              />
            </Notice>
          )}
          {write.error !== null && <ErrorNotice error={write.error} />}
          <div>
            <Button loading={write.isRunning} disabled={sender !== null && !isTakingOver} onClick={submit}>
              {t('award.confirm', { count: medals.length })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
