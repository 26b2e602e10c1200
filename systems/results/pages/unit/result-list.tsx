import type { ReactNode } from 'react';
import { DataTable, useText } from '@altis/web';
import type { UnitCompetitor } from '../../contract/index.ts';
import { pageMessages } from '../page-messages.ts';

/** The competitors of a unit without sides, as the feed ranks them. */
export function ResultList({ competitors }: { competitors: readonly UnitCompetitor[] }): ReactNode {
  const t = useText(pageMessages);
  return (
    <DataTable
      label={t('resultList')}
      rows={{ data: competitors }}
      rowKey={({ code }) => code}
      columns={[
        { id: 'rank', title: t('rank'), isFigure: true, cell: ({ rank }) => rank },
        { id: 'bib', title: t('bib'), isFigure: true, isSecondary: true, cell: ({ bib }) => bib },
        { id: 'name', title: t('name'), cell: ({ name }) => <bdi>{name}</bdi> },
        { id: 'organisation', title: t('organisation'), cell: ({ organisation }) => organisation },
        {
          id: 'result',
          title: t('result'),
          isFigure: true,
          cell: ({ result, invalidMark }) => <bdi>{invalidMark ?? result}</bdi>,
        },
      ]}
    />
  );
}
