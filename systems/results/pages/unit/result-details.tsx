import type { ReactNode } from 'react';
import { PageLink, useText } from '@altis/web';
import type { UnitCompetitor } from '../../contract/index.ts';
import { PersonText } from '../public/competitor-name.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { DetailGroups } from './detail-groups.tsx';
import styles from './result-details.module.css';

/** All marks of a competitor: intermediate times, runs or legs, what judges gave, and who is in the team. */
export function ResultDetails({ competitor }: { competitor: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  return (
    <div className={styles['details']}>
      {competitor.penalty !== null && (
        <p className={styles['penalty']}>
          {t('details.penalty')} <bdi className={styles['figure']}>{competitor.penalty}</bdi>
        </p>
      )}
      <Splits competitor={competitor} />
      <Items competitor={competitor} />
      <DetailGroups details={competitor.details} />
      {competitor.kind === 'team' && competitor.items.length === 0 && <Members competitor={competitor} />}
    </div>
  );
}

function Splits({ competitor: { splits } }: { competitor: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  if (splits.length === 0) return null;
  return (
    <table className={styles['table']}>
      <caption>{t('details.splits')}</caption>
      <tbody>
        {splits.map(({ position, result, rank, diff }) => (
          <tr key={position}>
            <th scope="row">{position}</th>
            <td>
              <bdi>{result}</bdi>
            </td>
            <td>
              <bdi>{diff}</bdi>
            </td>
            <td>{rank !== null && t('rankOf', { rank })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ competitor: { items, athletes, kind } }: { competitor: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  if (items.length === 0) return null;
  const isRelay = kind === 'team' && athletes.length > 0;
  return (
    <table className={styles['table']}>
      <caption>{t(isRelay ? 'details.legs' : 'details.parts')}</caption>
      <tbody>
        {items.map(({ unit, order, result, rank, diff, invalidMark }, place) => {
          const number = order ?? String(place + 1);
          const runner = isRelay ? athletes.find((each) => each.order === number) : undefined;
          return (
            <tr key={`${number} ${unit}`}>
              <th scope="row">
                {unit === null ? number : <PageLink to={`/results/units/${unit}`}>{number}</PageLink>}{' '}
                {runner && (
                  <PageLink to={`/results/athletes/${runner.code}`}>
                    <PersonText name={runner.name} />
                  </PageLink>
                )}
              </th>
              <td>
                <bdi>{invalidMark ?? result}</bdi>
              </td>
              <td>
                <bdi>{diff}</bdi>
              </td>
              <td>{rank !== null && t('rankOf', { rank })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Members({ competitor: { athletes } }: { competitor: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  if (athletes.length === 0) return null;
  return (
    <div>
      <h3 className={styles['heading']}>{t('details.members')}</h3>
      <ul className={styles['members']}>
        {athletes.map(({ code, name, bib, role }) => (
          <li key={code}>
            {bib !== null && <span className={styles['dim']}>{bib}</span>}{' '}
            <PageLink to={`/results/athletes/${code}`}>
              <PersonText name={name} />
            </PageLink>{' '}
            {role !== null && <span className={styles['dim']}>{role}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
