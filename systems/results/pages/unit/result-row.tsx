import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import IconMore from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { StatusBadge, useText } from '@altis/web';
import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import { CompetitorName } from '../public/competitor-name.tsx';
import { MedalMark } from '../public/medal-mark.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { MarkLine } from './mark-line.tsx';
import { isRankOfMedal, medalOf } from './medal-of.ts';
import { ResultDetails } from './result-details.tsx';
import styles from './result-list.module.css';
import { Tags } from './tags.tsx';
import { useCodeWords } from './use-code-words.ts';

/** One competitor: rank, who, marks so far, result; everything else that is known unfolds below. */
export function ResultRow(props: {
  competitor: UnitCompetitor;
  unit: UnitDetail;
  isStartList: boolean;
  hasBibs: boolean;
}): ReactNode {
  const { competitor, unit, isStartList, hasBibs } = props;
  const t = useText(publicMessages);
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  // Columns that are left out, by a phone for one; a cell across them all would bring them back.
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const columns = isNarrow ? 4 : hasBibs ? 6 : 5;
  const medal = medalOf(unit, unit.medals, competitor.code);
  const hasMedalRank = isRankOfMedal(unit, competitor.rank, medal);
  return (
    <>
      <tr data-row={competitor.code} className={styles['row']} data-current={competitor.isCurrent || undefined}>
        <td className={styles['rank']}>
          <Rank competitor={competitor} medal={hasMedalRank ? medal : undefined} isStartList={isStartList} />
        </td>
        <td className={styles['bib']}>{competitor.bib}</td>
        <th scope="row" className={styles['who']}>
          <span className={styles['name']}>
            <span className={styles['beside']}>
              <OrganisationChip code={competitor.organisation} isLink />
            </span>
            <CompetitorName competitor={competitor} />
            <Tags competitor={competitor} />
            {medal !== undefined && !hasMedalRank && <MedalMark medal={medal} />}
          </span>
          <span className={styles['line']}>
            <span className={styles['below']}>
              <OrganisationChip code={competitor.organisation} isLink />
            </span>
            <MarkLine competitor={competitor} />
          </span>
        </th>
        <td className={styles['result']}>
          <Mark competitor={competitor} />
          <span className={styles['below']}>
            <bdi>{competitor.diff}</bdi>
          </span>
        </td>
        <td className={styles['diff']}>
          <bdi>{competitor.diff}</bdi>
        </td>
        <td className={styles['more']}>
          {hasMore(competitor) && (
            <ActionIcon
              size={32}
              aria-label={t('list.more', { name: competitor.name })}
              aria-expanded={isOpen}
              aria-controls={isOpen ? details : undefined}
              onClick={() => setOpen(!isOpen)}
            >
              <IconMore size={18} />
            </ActionIcon>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr id={details} className={styles['unfolded']}>
          <td colSpan={columns}>
            <ResultDetails competitor={competitor} />
          </td>
        </tr>
      )}
    </>
  );
}

function Rank(props: {
  competitor: UnitCompetitor;
  medal: ReturnType<typeof medalOf>;
  isStartList: boolean;
}): ReactNode {
  const { medal } = props;
  const { rank, isRankShared, startOrder } = props.competitor;
  if (props.isStartList) return startOrder;
  if (rank === null) return null;
  return (
    <bdi>
      {isRankShared && '='}
      {medal === undefined ? rank : <MedalMark medal={medal} isLarge />}
    </bdi>
  );
}

function Mark({ competitor }: { competitor: UnitCompetitor }): ReactNode {
  const t = useText(publicMessages);
  const { invalidMark } = useCodeWords();
  if (competitor.invalidMark !== null) {
    return (
      <>
        {competitor.rank !== null && competitor.result !== null && <bdi>{`${competitor.result} `}</bdi>}
        <abbr title={invalidMark(competitor.invalidMark)}>{competitor.invalidMark}</abbr>
      </>
    );
  }
  if (competitor.isCurrent && competitor.result === null) {
    return <StatusBadge status="live">{t('list.current')}</StatusBadge>;
  }
  if (!competitor.isProvisional) return <bdi>{competitor.result}</bdi>;
  return (
    <abbr title={t('list.provisional')} className={styles['provisional']}>
      <bdi>{competitor.result}</bdi>
    </abbr>
  );
}

function hasMore({ splits, items, details, athletes, kind, penalty }: UnitCompetitor): boolean {
  return (
    [splits, items, details].some(({ length }) => length > 0) ||
    penalty !== null ||
    (kind === 'team' && athletes.length > 0)
  );
}
