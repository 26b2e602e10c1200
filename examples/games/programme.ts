import { joined, type Texts } from './texts.ts';
import { eventNames, phaseNames } from './words.ts';
import type { Calendar } from './place/calendar.ts';
import { venues, type Venue } from './place/venues.ts';
import { eventRsc, rscIn, type EventPlan, type UnitPlan } from './story/unit-plan.ts';

/** `whole`: three days, ten medal events; `small`: one day and some 450 messages, for tests. */
export type GamesSize = 'whole' | 'small';

export type EventKey = keyof typeof eventNames;

/** The medal events of that size and how many begin each. */
export function eventsOf(size: GamesSize): { plan: EventPlan; key: EventKey; entrants: number }[] {
  return (Object.keys(eventNames) as EventKey[])
    .map((key) => ({ key, plan: planOf(key), entrants: entrantsIn[size][key] ?? 0 }))
    .filter(({ entrants }) => entrants > 0);
}

const entrantsIn: Readonly<Record<GamesSize, Partial<Record<EventKey, number>>>> = {
  whole: {
    ALPMDH: 42,
    ALPWDH: 36,
    BTHXRELAY4: 16,
    CCSMSPRINT: 36,
    CCSWSPRINT: 36,
    FSKWSINGLES: 20,
    FSKXPAIRS: 10,
    IHOMTEAM6: 6,
    SJPMNH: 36,
    SJPWNH: 30,
  },
  small: { ALPMDH: 7, BTHXRELAY4: 3, CCSWSPRINT: 8, FSKWSINGLES: 4, IHOMTEAM6: 4, SJPMNH: 6 },
};

function planOf(key: EventKey): EventPlan {
  const [discipline, gender, event] = [key.slice(0, 3), key.slice(3, 4), key.slice(4)];
  return {
    rsc: eventRsc(discipline, gender, event),
    discipline,
    gender: gender as EventPlan['gender'],
    names: eventNames[key],
  };
}

type Slot = {
  readonly event: EventKey;
  readonly phase: string;
  readonly unit: string;
  readonly name: Texts;
  /** Written behind the name: a heat or a game. */
  readonly number?: number;
  readonly day: number;
  /** Local time at the venue; from 24:00 on in the night after. */
  readonly from: string;
  readonly minutes: number;
  readonly venue: Venue;
  readonly location: string;
  readonly session: string;
  readonly medal?: UnitPlan['medal'];
};

/** All units as they are planned before the Games, in the order of their start. */
export function unitsOf(size: GamesSize, calendar: Calendar): UnitPlan[] {
  const slots = size === 'whole' ? wholeSlots() : smallSlots();
  return slots
    .map((slot): UnitPlan => {
      const event = planOf(slot.event);
      const startMs = calendar.at(slot.day, slot.from, slot.venue.zone);
      const suffix = slot.number === undefined ? '' : ` ${slot.number}`;
      return {
        rsc: rscIn(event.rsc, slot.phase, slot.unit),
        event,
        names: joined(event.names, ' – ', slot.name, suffix),
        phaseNames: slot.name,
        day: slot.day,
        startMs,
        endMs: startMs + slot.minutes * 60_000,
        venue: slot.venue,
        location: slot.location,
        session: slot.session,
        medal: slot.medal ?? 'none',
        ...(slot.number !== undefined && { number: slot.number }),
      };
    })
    .toSorted((a, b) => a.startMs - b.startMs || (a.rsc < b.rsc ? -1 : 1));
}

function wholeSlots(): Slot[] {
  return [
    ...sprint('CCSWSPRINT', 0, '09:30', '12:15', 5),
    ...sprint('CCSMSPRINT', 1, '09:30', '12:15', 5),
    downhill('ALPMDH', 0, '11:00', 100),
    downhill('ALPWDH', 1, '10:30', 90),
    jumping('SJPMNH', 'QUAL', '000100', phaseNames.qualification, 0, '16:30', 50),
    jumping('SJPMNH', 'FNL-', '000100', phaseNames.firstRound, 1, '18:00', 45),
    jumping('SJPMNH', 'FNL-', '000200', phaseNames.finalRound, 1, '19:00', 35, 'gold'),
    jumping('SJPWNH', 'FNL-', '000100', phaseNames.firstRound, 2, '10:00', 40),
    jumping('SJPWNH', 'FNL-', '000200', phaseNames.finalRound, 2, '10:55', 35, 'gold'),
    skating('FSKWSINGLES', 'QUAL', phaseNames.shortProgram, 0, '18:00', 170),
    skating('FSKXPAIRS', 'QUAL', phaseNames.shortProgram, 1, '15:00', 95),
    skating('FSKWSINGLES', 'FNL-', phaseNames.freeSkating, 1, '19:30', 130, 'gold'),
    skating('FSKXPAIRS', 'FNL-', phaseNames.freeSkating, 2, '16:30', 110, 'gold'),
    relay(2, '13:30'),
    game('GPA-', 1, phaseNames.groupA, 0, '10:30'),
    game('GPB-', 1, phaseNames.groupB, 0, '13:45'),
    game('GPA-', 2, phaseNames.groupA, 0, '18:00'),
    // A late game: it ends after midnight and still counts to the day that it began on.
    game('GPB-', 2, phaseNames.groupB, 0, '22:15'),
    game('GPA-', 3, phaseNames.groupA, 1, '10:30'),
    game('GPB-', 3, phaseNames.groupB, 1, '13:45'),
    game('SFNL', 1, phaseNames.semifinal, 1, '19:00'),
    game('SFNL', 2, phaseNames.semifinal, 1, '22:30'),
    game('FNL-', 2, phaseNames.bronzeGame, 2, '14:00', 'bronze'),
    game('FNL-', 1, phaseNames.goldGame, 2, '20:00', 'gold'),
  ];
}

function smallSlots(): Slot[] {
  return [
    ...sprint('CCSWSPRINT', 0, '09:30', '11:00', 0),
    downhill('ALPMDH', 0, '10:30', 60),
    jumping('SJPMNH', 'FNL-', '000100', phaseNames.firstRound, 0, '14:00', 20),
    jumping('SJPMNH', 'FNL-', '000200', phaseNames.finalRound, 0, '14:30', 20, 'gold'),
    skating('FSKWSINGLES', 'QUAL', phaseNames.shortProgram, 0, '10:00', 40),
    skating('FSKWSINGLES', 'FNL-', phaseNames.freeSkating, 0, '16:00', 45, 'gold'),
    relay(0, '16:00'),
    game('GPA-', 1, phaseNames.groupA, 0, '08:00'),
    game('GPB-', 1, phaseNames.groupB, 0, '10:45'),
    game('SFNL', 1, phaseNames.semifinal, 0, '13:30'),
    game('SFNL', 2, phaseNames.semifinal, 0, '16:15'),
    game('FNL-', 2, phaseNames.bronzeGame, 0, '19:00', 'bronze'),
    game('FNL-', 1, phaseNames.goldGame, 0, '22:00', 'gold'),
  ];
}

/** Qualification, heats and final; without quarterfinals where there are none. */
function sprint(event: EventKey, day: number, qualification: string, heats: string, quarterfinals: number): Slot[] {
  const at = { event, day, minutes: 6, venue: venues.nordic, location: 'SKC' };
  const session = (number: number): string => `CCS${day + 1}${number}`;
  const heat = (phase: string, index: number, name: Texts, minutesOn: number): Slot => ({
    ...at,
    phase,
    unit: unitOf(index),
    name,
    number: index,
    from: later(heats, minutesOn),
    session: session(2),
  });
  const numbers = Array.from({ length: quarterfinals }, (_, index) => index + 1);
  const afterQuarters = quarterfinals === 0 ? 0 : quarterfinals * 7 + 15;
  return [
    {
      ...at,
      phase: 'QUAL',
      unit: '000100',
      name: phaseNames.qualification,
      from: qualification,
      minutes: 45,
      session: session(1),
    },
    ...numbers.map((index) => heat('QFNL', index, phaseNames.quarterfinal, (index - 1) * 7)),
    ...[1, 2].map((index) => heat('SFNL', index, phaseNames.semifinal, afterQuarters + (index - 1) * 7)),
    {
      ...at,
      phase: 'FNL-',
      unit: '000100',
      name: phaseNames.final,
      from: later(heats, afterQuarters + 30),
      session: session(2),
      medal: 'gold',
    },
  ];
}

function downhill(event: EventKey, day: number, from: string, minutes: number): Slot {
  const at = { event, day, from, minutes, venue: venues.alpine, location: 'VDD' };
  return { ...at, phase: 'FNL-', unit: '000100', name: phaseNames.final, session: `ALP${day + 1}1`, medal: 'gold' };
}

function jumping(
  event: EventKey,
  phase: string,
  unit: string,
  name: Texts,
  day: number,
  from: string,
  minutes: number,
  medal: UnitPlan['medal'] = 'none',
): Slot {
  const at = { venue: venues.nordic, location: 'SKH', session: `SJP${day + 1}1` };
  return { ...at, event, phase, unit, name, day, from, minutes, medal };
}

function skating(
  event: EventKey,
  phase: string,
  name: Texts,
  day: number,
  from: string,
  minutes: number,
  medal: UnitPlan['medal'] = 'none',
): Slot {
  const session = `FSK${day + 1}${event === 'FSKXPAIRS' ? 2 : 1}`;
  return {
    event,
    phase,
    unit: '000100',
    name,
    day,
    from,
    minutes,
    venue: venues.palace,
    location: 'KRP',
    session,
    medal,
  };
}

function relay(day: number, from: string): Slot {
  const at = { event: 'BTHXRELAY4' as const, day, from, minutes: 90, venue: venues.nordic, location: 'SKB' };
  return { ...at, phase: 'FNL-', unit: '000100', name: phaseNames.final, session: `BTH${day + 1}1`, medal: 'gold' };
}

function game(
  phase: string,
  number: number,
  name: Texts,
  day: number,
  from: string,
  medal: UnitPlan['medal'] = 'none',
): Slot {
  const session = `IHO${day + 1}${from.slice(0, 2)}`;
  const isAlone = phase === 'FNL-';
  return {
    event: 'IHOMTEAM6',
    phase,
    unit: unitOf(number),
    name,
    day,
    from,
    minutes: 150,
    venue: venues.arena,
    location: 'ALA',
    session,
    medal,
    ...(!isAlone && { number }),
  };
}

const unitOf = (number: number): string => `${String(number).padStart(4, '0')}00`;

function later(time: string, minutes: number): string {
  const [hours = 0, from = 0] = time.split(':').map(Number);
  const sum = hours * 60 + from + minutes;
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`;
}
