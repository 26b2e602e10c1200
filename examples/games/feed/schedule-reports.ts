import { odfElement, type OdfElement } from '@altis/odf';
import { sidesOf } from '../ice-hockey/play-tournament.ts';
import type { ScheduleChange } from '../story/played.ts';
import type { Report } from '../story/report.ts';
import type { Simulation } from '../story/simulate.ts';
import type { Side, UnitPlan } from '../story/unit-plan.ts';
import { languages, texts, type Texts } from '../texts.ts';
import { disciplineNames } from '../words.ts';
import { disciplineRsc, fromOffice } from './office.ts';

/** A unit as the schedule has it at a moment. */
type Scheduled = Pick<ScheduleChange, 'status' | 'startMs' | 'actualStartMs' | 'actualEndMs' | 'sides'>;

/** DT_SCHEDULE of each discipline before the Games, and a DT_SCHEDULE_UPDATE for every change. */
export function scheduleReports(simulation: Simulation, beforeMs: number): Report[] {
  const { plans, events } = simulation;
  const disciplines = [...new Set(plans.map(({ event }) => event.discipline))];
  const state = new Map<UnitPlan, Scheduled>();
  for (const plan of plans) state.set(plan, { status: 'SCHEDULED', sides: sidesBefore(simulation, plan) });
  const before = disciplines.map((discipline, index) => {
    const units = plans.filter(({ event }) => event.discipline === discipline);
    const elements = [
      ...sessionElements(simulation, units),
      ...units.map((plan) => unitElement(simulation, plan, state.get(plan)!)),
    ];
    const head = { documentType: 'DT_SCHEDULE', documentCode: disciplineRsc(discipline) };
    return fromOffice(beforeMs + index * 1000, 0, head, () => elements);
  });
  const changes = events.flatMap(({ played }) => played.changes).toSorted((a, b) => a.atMs - b.atMs);
  const after = changes.map((change): Report => {
    const { unit, atMs, ...rest } = change;
    const now = { ...state.get(unit)!, ...rest };
    state.set(unit, now);
    const head = { documentType: 'DT_SCHEDULE_UPDATE', documentCode: disciplineRsc(unit.event.discipline) };
    return { ...fromOffice(atMs, unit.day, head, () => [unitElement(simulation, unit, now)]), pace: 'clock' };
  });
  return [...before, ...after];
}

function sidesBefore({ events }: Simulation, plan: UnitPlan): readonly Side[] {
  const stage = events.find(({ stage: { event } }) => event.rsc === plan.event.rsc)?.stage;
  return stage?.event.discipline === 'IHO' ? sidesOf(stage, plan) : [];
}

const sessionWord = texts('Session|Session|Session|Sessione|Sesión|Sessão|场次|場次|セッション|세션|الجلسة|Сессия');

function sessionElements({ calendar }: Simulation, units: readonly UnitPlan[]): OdfElement[] {
  const codes = [...new Set(units.map(({ session }) => session))];
  return codes.map((code, index) => {
    const own = units.filter(({ session }) => session === code);
    const { venue, event } = own[0]!;
    const name = disciplineNames[event.discipline] ?? sessionWord;
    return odfElement(
      'Session',
      {
        SessionCode: code,
        StartDate: calendar.dateTime(Math.min(...own.map(({ startMs }) => startMs)), venue.zone),
        EndDate: calendar.dateTime(Math.max(...own.map(({ endMs }) => endMs)), venue.zone),
        Venue: venue.code,
        VenueName: venue.names.ENG,
        Medal: own.some(({ medal }) => medal !== 'none') ? 'Y' : 'N',
      },
      languages.map((language) =>
        odfElement('SessionName', {
          Language: language,
          Value: `${name[language]} – ${sessionWord[language]} ${index + 1}`,
        }),
      ),
    );
  });
}

function unitElement({ calendar }: Simulation, plan: UnitPlan, now: Scheduled): OdfElement {
  const { venue, location, session, medal, number } = plan;
  const at = (ms: number | undefined): string | undefined =>
    ms === undefined ? undefined : calendar.dateTime(ms, venue.zone);
  const startMs = now.startMs ?? plan.startMs;
  const sides = now.sides ?? [];
  return odfElement(
    'Unit',
    {
      Code: plan.rsc,
      PhaseType: 3,
      ScheduleStatus: now.status,
      UnitNum: number,
      StartDate: at(startMs),
      HideStartDate: 'N',
      EndDate: at(startMs + plan.endMs - plan.startMs),
      HideEndDate: 'N',
      ActualStartDate: at(now.actualStartMs),
      ActualEndDate: at(now.actualEndMs),
      Medal: { none: 0, gold: 1, bronze: 3 }[medal],
      Venue: venue.code,
      Location: location,
      SessionCode: session,
    },
    [
      ...itemNames(plan.names),
      odfElement('VenueDescription', { VenueName: venue.names.ENG, LocationName: venue.locations[location] }),
      ...(sides.length === 0 ? [] : [odfElement('StartList', {}, sides.map(startElement))]),
    ],
  );
}

const itemNames = (names: Texts): OdfElement[] =>
  languages.map((language) => odfElement('ItemName', { Language: language, Value: names[language] }));

function startElement(side: Side, index: number): OdfElement {
  const content =
    'code' in side
      ? odfElement('Competitor', { Code: side.code, Type: 'T', Organisation: side.organisation })
      : odfElement('PreviousUnit', { Unit: side.from, Value: side.value, WLT: side.outcome });
  return odfElement('Start', { SortOrder: index + 1, StartOrder: index + 1 }, [content]);
}
