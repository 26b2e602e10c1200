import { odfElement, type OdfElement } from '@altis/odf';
import { personNames } from '../../person-names.ts';
import { organisations } from '../cast/organisations.ts';
import type { Entrant, Person } from '../cast/person.ts';
import { venues } from '../place/venues.ts';
import type { Report } from '../story/report.ts';
import type { PlayedEvent, Simulation } from '../story/simulate.ts';
import { languages, type Texts } from '../texts.ts';
import { eventRsc, rscIn } from '../story/unit-plan.ts';
import { disciplineNames, exhibitionNames, phaseNames } from '../words.ts';
import { disciplineRsc, fromOffice } from './office.ts';

/** Code tables, people, teams and entries: what is sent before the Games begin. */
export function registerReports(simulation: Simulation, beforeMs: number): Report[] {
  const { cast, events } = simulation;
  const disciplines = [...new Set(events.map(({ stage }) => stage.event.discipline))];
  const tables = codeTables(simulation).map(([table, sets], index) =>
    fromOffice(beforeMs + index * 1000, 0, { documentType: 'DT_CODES', documentCode: table }, () => sets),
  );
  const lists = disciplines.flatMap((discipline, index): Report[] => {
    const atMs = beforeMs + 20_000 + index * 4000;
    const own = events.filter(({ stage }) => stage.event.discipline === discipline);
    const athletes = cast.athletes.filter((person) => person.discipline === discipline);
    const officials = cast.officials.get(discipline) ?? [];
    const teams = own.flatMap(({ stage }) =>
      stage.entrants.filter(({ kind }) => kind === 'T').map((team) => ({ team, stage })),
    );
    const list = (documentType: string, content: () => OdfElement[], later: number): Report =>
      fromOffice(atMs + later, 0, { documentType, documentCode: disciplineRsc(discipline) }, content);
    return [
      list('DT_PARTIC', () => [...athletes, ...officials].map((person) => participant(person, own)), 0),
      ...(teams.length === 0
        ? []
        : [list('DT_PARTIC_TEAMS', () => teams.map(({ team, stage }) => teamElement(team, stage)), 1000)]),
    ];
  });
  const entries = events.map(({ stage }, index) =>
    fromOffice(beforeMs + 50_000 + index * 1000, 0, { documentType: 'DT_ENTRIES', documentCode: stage.event.rsc }, () =>
      stage.entrants.map((entrant, order) => entry(entrant, order + 1)),
    ),
  );
  return [...tables, ...lists, ...entries];
}

function codeTables({ events, plans }: Simulation): [table: string, sets: OdfElement[]][] {
  const codeSet = (type: string, code: string, names: Texts, parts: Record<string, string> = {}): OdfElement =>
    odfElement(
      'CodeSet',
      { Code: code, Type: type, ...parts },
      languages.map((language, index) =>
        odfElement('Language', {
          Language: language,
          Description: names[language],
          DOrder: index + 1,
          LongDescription: names[language],
        }),
      ),
    );
  const disciplines = [...new Set(events.map(({ stage }) => stage.event.discipline))];
  const phases = new Map(plans.map((plan) => [plan.rsc.slice(0, 26).padEnd(34, '-'), plan.phaseNames]));
  const exhibition = eventRsc('IHO', 'M', 'EXHIBITION');
  if (disciplines.includes('IHO')) phases.set(rscIn(exhibition, 'EXH'), exhibitionNames);
  return [
    ['Organisation', organisations.map(({ code, names }) => codeSet('Organisation', code, names))],
    ['Discipline', disciplines.map((code) => codeSet('Discipline', code, disciplineNames[code]!))],
    [
      'Event',
      [
        ...events.map(({ stage: { event } }) => codeSet('Event', event.rsc, event.names)),
        ...(disciplines.includes('IHO') ? [codeSet('Event', exhibition, exhibitionNames)] : []),
      ],
    ],
    [
      'Phase',
      [...phases].map(([code, names]) =>
        codeSet('Phase', code, code.slice(22, 26) === 'FNL-' ? phaseNames.final : names),
      ),
    ],
    ['Venue', Object.values(venues).map(({ code, names }) => codeSet('Venue', code, names))],
  ];
}

function participant(person: Person, events: readonly PlayedEvent[]): OdfElement {
  const { code, gender, organisation, birthDate, heightCm } = person;
  const entered = events.filter(({ stage }) => stage.entrants.some(({ members }) => members.includes(person)));
  return odfElement(
    'Participant',
    {
      Code: code,
      Parent: code,
      Status: 'ACTIVE',
      ...personNames(person),
      Gender: gender,
      Organisation: organisation,
      BirthDate: birthDate,
      Height: person.function === 'AA01' ? heightCm : undefined,
      MainFunctionId: person.function,
    },
    [
      odfElement(
        'Discipline',
        { Code: disciplineRsc(person.discipline) },
        entered.map(({ stage }) => odfElement('RegisteredEvent', { Event: stage.event.rsc, Bib: person.bib })),
      ),
      ...(person.function === 'AA01' ? [] : [odfElement('OfficialFunction', { FunctionId: person.function })]),
    ],
  );
}

function teamElement(team: Entrant, { event }: PlayedEvent['stage']): OdfElement {
  const { code, organisation, name, members } = team;
  return odfElement(
    'Team',
    {
      Code: code,
      Status: 'ACTIVE',
      Organisation: organisation,
      Name: name,
      ShortName: name,
      TVTeamName: name,
      Gender: event.gender,
      TeamType: event.discipline === 'FSK' ? 'C' : 'T',
    },
    [
      odfElement(
        'Composition',
        {},
        members.map((person, index) => odfElement('Athlete', { Code: person.code, Order: index + 1, Bib: person.bib })),
      ),
      odfElement('Discipline', { Code: disciplineRsc(event.discipline) }, [
        odfElement('RegisteredEvent', { Event: event.rsc }),
      ]),
    ],
  );
}

function entry({ code, kind, organisation, name, members }: Entrant, order: number): OdfElement {
  return odfElement('Entry', { Code: code, Type: kind, Organisation: organisation, SortOrder: order }, [
    ...(kind === 'T' ? [odfElement('Description', { TeamName: name })] : []),
    odfElement(
      'Composition',
      {},
      members.map((person, index) => odfElement('Athlete', { Code: person.code, Order: index + 1, Bib: person.bib })),
    ),
  ]);
}
