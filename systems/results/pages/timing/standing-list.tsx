import { ActionIcon, VisuallyHidden } from '@mantine/core';
import IconDecide from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs';
import type { ReactNode } from 'react';
import { useText } from '@altis/web';
import type { TimedStarter } from '../../contract/index.ts';
import { tablesMessages } from '../tables/tables-messages.ts';
import styles from './timing-page.module.css';

/** How the race stands: ranks first, then who is under way, waits, or is out. */
export function StandingList(props: {
  starters: readonly TimedStarter[];
  onDecide: (starter: TimedStarter) => void;
}): ReactNode {
  const t = useText(tablesMessages);
  const sorted = props.starters.toSorted((left, right) => placeOf(left) - placeOf(right));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls by itself; the keyboard must be able to reach it
    <div className={styles['frame']} role="region" aria-label={t('standing')} tabIndex={0}>
      <table className={styles['standing']}>
        <thead>
          <tr>
            <th scope="col">{t('field.rank')}</th>
            <th scope="col">{t('bib')}</th>
            <th scope="col">{t('field.name')}</th>
            <th scope="col">{t('field.result')}</th>
            <th scope="col">
              <VisuallyHidden>{t('decision')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((starter) => (
            <tr key={starter.bib} data-state={starter.state}>
              <td>{starter.rank === null ? '' : `${starter.isRankShared ? '=' : ''}${starter.rank}`}</td>
              <td>
                <b>{starter.bib}</b>
              </td>
              <th scope="row">
                <bdi>{starter.name}</bdi> <span className={styles['organisation']}>{starter.organisation}</span>
                {starter.members.length > 0 && <Members names={starter.members} />}
              </th>
              <td dir="ltr">
                <Result starter={starter} />
              </td>
              <td>
                <ActionIcon
                  size={36}
                  title={t('decision')}
                  aria-label={t('decision.of', { bib: starter.bib })}
                  onClick={() => props.onDecide(starter)}
                >
                  <IconDecide size={18} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A team in the order of its legs, each name with a direction of its own. */
function Members({ names }: { names: readonly string[] }): ReactNode {
  return (
    <ol className={styles['members']}>
      {names.map((name, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the leg is what a member is known by
        <li key={at}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ol>
  );
}

function Result({ starter }: { starter: TimedStarter }): ReactNode {
  const t = useText(tablesMessages);
  const { mark, time, diff, penalty, splits, state } = starter;
  if (mark !== null) return <b>{mark}</b>;
  const last = splits.at(-1);
  if (time === null) return <span className={styles['organisation']}>{last?.time ?? t(`state.${state}`)}</span>;
  return (
    <>
      <b>{time}</b>{' '}
      <span className={styles['organisation']}>{[diff, penalty && `(+${penalty})`].filter(Boolean).join(' ')}</span>
    </>
  );
}

const states = ['finished', 'running', 'waiting', 'out'] as const;

function placeOf({ rank, state, startOrder }: TimedStarter): number {
  return rank ?? (states.indexOf(state) + 1) * 100_000 + startOrder;
}
