import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageLink, useApi, useChanges, useFormat, usePathParameter, useText } from '@altis/web';
import { results, type Team } from '../../contract/index.ts';
import { PersonText } from '../public/competitor-name.tsx';
import { LoadingPage } from '../public/loading-page.tsx';
import { LocalText, useLocalText } from '../public/local-text.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { ResultsPage } from '../public/results-page.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { useCompetitorNames } from '../public/use-local-names.ts';
import { MedalLines } from '../medals/medal-lines.tsx';
import { Outcomes } from './outcomes.tsx';
import columns from '../public/columns.module.css';
import styles from './people.module.css';

/** One team: who it is for, who is in it, what it did and won. */
export function TeamPage(): ReactNode {
  const t = useText(publicMessages);
  const { list } = useFormat();
  const disciplineName = useDisciplineName();
  const textOf = useLocalText();
  const nameOf = useCompetitorNames();
  useChanges(['results.register', 'results.medals']);
  const query = useQuery(useApi(results).teams.read.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('tab.organisations'), to: '/results/organisations' }];
  if (!query.data) return <LoadingPage title={t('team')} breadcrumbs={crumbs} query={query} />;
  const team = query.data;
  return (
    <ResultsPage
      title={textOf(nameOf(team)).text}
      breadcrumbs={crumbs}
      aside={<OrganisationChip code={team.organisation} isLink />}
    >
      <dl className={styles['facts']}>
        <div>
          <dt>{t('organisation')}</dt>
          <dd>
            <LocalText name={team.organisationName} />
          </dd>
        </div>
        <div>
          <dt>{t('filter.discipline')}</dt>
          <dd>
            <LocalText name={disciplineName(team.discipline)} />
          </dd>
        </div>
        {team.formerNames.length > 0 && (
          <div>
            <dt>{t('team.former')}</dt>
            <dd>
              <bdi>{list(team.formerNames)}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <div className={columns['columns']}>
        <div className={columns['column']}>
          <Outcomes outcomes={team.outcomes} medals={team.medals} />
        </div>
        <div className={columns['column']}>
          {team.medals.length > 0 && (
            <section className={columns['section']}>
              <h2>{t('tab.medals')}</h2>
              <MedalLines medals={team.medals} />
            </section>
          )}
          <Members team={team} />
        </div>
      </div>
    </ResultsPage>
  );
}

function Members({ team }: { team: Team }): ReactNode {
  const t = useText(publicMessages);
  if (team.members.length === 0) return null;
  return (
    <section className={columns['section']}>
      <h2>{t('details.members')}</h2>
      <ul className={styles['outcomes']}>
        {team.members.toSorted(byBib).map(({ code, name, bib, role }) => (
          <li key={code} className={styles['outcome']}>
            <span className={styles['place']}>{bib}</span>
            <PageLink to={`/results/athletes/${encodeURIComponent(code)}`}>
              <PersonText name={name} />
            </PageLink>
            <span className={styles['dim']}>{role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function byBib(left: Team['members'][number], right: Team['members'][number]): number {
  return (
    Number(left.bib === null) - Number(right.bib === null) ||
    (left.bib ?? '').localeCompare(right.bib ?? '', 'en', { numeric: true }) ||
    left.name.print.localeCompare(right.name.print)
  );
}
