import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageLink, useApi, useChanges, useFormat, usePathParameter, useText } from '@altis/web';
import { results, type Participant } from '../../contract/index.ts';
import { LocalText, useLocalText } from '../public/local-text.tsx';
import { OrganisationChip } from '../public/organisation-chip.tsx';
import { publicMessages } from '../public/public-messages.ts';
import { LoadingPage } from '../public/loading-page.tsx';
import { ResultsPage } from '../public/results-page.tsx';
import { useDisciplineName } from '../public/use-discipline-name.ts';
import { MedalLines } from '../medals/medal-lines.tsx';
import { useFunctionName } from '../unit/use-function-name.ts';
import { Outcomes } from './outcomes.tsx';
import columns from '../public/columns.module.css';
import styles from './people.module.css';

/** One person: names, who for, what they did and won. */
export function AthletePage(): ReactNode {
  const t = useText(publicMessages);
  useChanges(['results.register', 'results.medals']);
  const query = useQuery(useApi(results).participants.read.queryOptions({ code: usePathParameter('code') }));
  const crumbs = [{ label: t('tab.athletes'), to: '/results/athletes' }];
  if (!query.data) return <LoadingPage title={t('athlete')} breadcrumbs={crumbs} query={query} />;
  const person = query.data;
  return (
    <ResultsPage
      title={person.name.print}
      breadcrumbs={crumbs}
      aside={<OrganisationChip code={person.organisation} isLink />}
    >
      <Facts person={person} />
      <div className={columns['columns']}>
        <div className={columns['column']}>
          <Outcomes outcomes={person.outcomes} medals={person.medals} />
        </div>
        <div className={columns['column']}>
          {person.medals.length > 0 && (
            <section className={columns['section']}>
              <h2>{t('tab.medals')}</h2>
              <MedalLines medals={person.medals} />
            </section>
          )}
          <Entered person={person} />
        </div>
      </div>
    </ResultsPage>
  );
}

function Facts({ person }: { person: Participant }): ReactNode {
  const t = useText(publicMessages);
  const { date, list, number } = useFormat('UTC');
  const textOf = useLocalText();
  const disciplineName = useDisciplineName();
  const functionName = useFunctionName();
  const { name, names } = person;
  return (
    <dl className={styles['facts']}>
      <Fact label={t('athlete.localName')}>{name.local !== name.print && name.local}</Fact>
      <Fact label={t('athlete.latin')}>{isLatinNews(person) && names.latin}</Fact>
      <Fact label={t('organisation')}>{textOf(person.organisationName).text}</Fact>
      <Fact label={t('athlete.former')}>{list(person.formerOrganisations)}</Fact>
      <Fact label={t('filter.discipline')}>
        {list(person.disciplines.map((code) => textOf(disciplineName(code)).text))}
      </Fact>
      <Fact label={t('athlete.function')}>
        {person.function !== null && person.function !== 'AA01' && functionName(person.function)}
      </Fact>
      <Fact label={t('athlete.born')}>
        {person.birthDate !== null && date(person.birthDate, { dateStyle: 'long' })}
      </Fact>
      <Fact label={t('athlete.birthPlace')}>{person.placeOfBirth}</Fact>
      <Fact label={t('athlete.height')}>
        {person.heightCm !== null && number(person.heightCm, { style: 'unit', unit: 'centimeter' })}
      </Fact>
      <Fact label={t('athlete.weight')}>
        {person.weightKg !== null && number(person.weightKg, { style: 'unit', unit: 'kilogram' })}
      </Fact>
      <Fact label={t('athlete.aliases')}>{list(names.aliases)}</Fact>
    </dl>
  );
}

/** A line that is there only where something is known. */
function Fact({ label, children }: { label: string; children: string | false | null }): ReactNode {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

/** The name in Latin letters tells something only beside a name in other ones. */
function isLatinNews({ name, names }: Participant): boolean {
  return !/\p{Script=Latin}/u.test(name.print) && names.latin !== '';
}

function Entered({ person }: { person: Participant }): ReactNode {
  const t = useText(publicMessages);
  if (person.events.length === 0 && person.teams.length === 0) return null;
  return (
    <section className={columns['section']}>
      <h2>{t('athlete.entered')}</h2>
      <ul className={styles['outcomes']}>
        {person.events.map(({ rsc, name, bib }) => (
          <li key={rsc} className={styles['outcome']}>
            <span className={styles['place']}>{bib}</span>
            <PageLink to={`/results/events/${rsc}`}>
              <LocalText name={name} />
            </PageLink>
          </li>
        ))}
        {person.teams.map(({ code, name }) => (
          <li key={code} className={styles['outcome']}>
            <span className={styles['place']} />
            <PageLink to={`/results/teams/${encodeURIComponent(code)}`}>
              <bdi>{name}</bdi>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
