import type { ReactNode } from 'react';
import { PageLink, useText } from '@altis/web';
import type { DetailedValue, UnitCompetitor } from '../../contract/index.ts';
import { PersonText } from '../public/competitor-name.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { DetailGroups } from './detail-groups.tsx';
import { isRelay } from './is-relay.ts';
import styles from './result-details.module.css';
import { useCodeWords } from './use-code-words.ts';

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
      {competitor.kind === 'team' && (competitor.items.length === 0 || hasFigures(competitor)) && (
        <Members competitor={competitor} />
      )}
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

function Items({ competitor }: { competitor: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  const { items, athletes } = competitor;
  if (items.length === 0) return null;
  const areLegs = isRelay(competitor);
  return (
    <table className={styles['table']}>
      <caption>{t(areLegs ? 'details.legs' : 'details.parts')}</caption>
      <tbody>
        {items.map(({ unit, order, result, rank, diff, invalidMark }, place) => {
          const number = order ?? String(place + 1);
          const runner = areLegs ? athletes.find((each) => each.order === number) : undefined;
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
        {athletes.map(({ code, name, bib, role, details }) => (
          <li key={code}>
            {bib !== null && <span className={styles['dim']}>{bib}</span>}{' '}
            <PageLink to={`/results/athletes/${code}`}>
              <PersonText name={name} />
            </PageLink>{' '}
            {role !== null && <span className={styles['dim']}>{role}</span>} <MemberFigures details={details} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is counted of one member, on one line: "Leg time 15:00.1 (1) · Shooting 0 1". */
function MemberFigures({ details }: { details: readonly DetailedValue[] }): ReactNode {
  const words = useCodeWords();
  const byCode = Map.groupBy(details, ({ code }) => code);
  return [...byCode].map(([code, values]) => (
    <span key={code} className={styles['member']}>
      <span className={styles['dim']}>{words.detail(code)}</span>{' '}
      {values.map(({ position, value, invalidMark, rank }, place) => (
        <bdi key={position ?? place}>{`${invalidMark ?? value ?? ''}${rank === null ? '' : ` (${rank})`} `}</bdi>
      ))}
    </span>
  ));
}

function hasFigures({ athletes }: UnitCompetitor): boolean {
  return athletes.some(({ details }) => details.length > 0);
}
