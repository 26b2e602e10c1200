import { isDate, type OdfMedal, type OdfMessage } from '@altis/odf';
import type { Medal } from '../contract/index.ts';
import { competitorFacts } from './competitor-facts.ts';
import { eventOf } from './unit-summary.ts';

/** A medal as a message has it; names are those of the message. */
export type MedalFacts = Omit<Medal, 'eventName' | 'source'>;

/** What a DT_MEDALLISTS says of its event, or a DT_MEDALLISTS_DAY or _DISCIPLINE of each that it names. */
export type EventMedals = {
  readonly event: string;
  readonly name: string | null;
  readonly medals: readonly MedalFacts[];
};

/** Reads the medals of events; a competitor has one of a kind in an event, however often it is named. */
export function wonMedals({ header, content }: OdfMessage): EventMedals[] {
  if (content.kind !== 'medallists') {
    // Withdrawn: nobody has won anything.
    return header.documentType === 'DT_MEDALLISTS'
      ? [{ event: eventOf(header.documentCode), name: null, medals: [] }]
      : [];
  }
  const inEvents = content.disciplines.flatMap(({ events }) => events);
  if (header.documentType === 'DT_MEDALLISTS') {
    const event = eventOf(header.documentCode);
    const won = [...content.medals, ...inEvents.flatMap((each) => each.medals)];
    return [{ event, name: content.infos.eventName ?? null, medals: readMedals(event, won) }];
  }
  return inEvents.flatMap(({ code, name, medals: won }) => {
    const event = eventOf(code);
    return code === '' ? [] : [{ event, name: name ?? null, medals: readMedals(event, won) }];
  });
}

const medals: Readonly<Record<string, Medal['medal']>> = { ME_GOLD: 'gold', ME_SILVER: 'silver', ME_BRONZE: 'bronze' };

/**
 * What is odd about the medals of an event: two golds leave no silver, two silvers no bronze (a tie takes the next place
 * too), and nobody has two medals of one event. They are taken as they are: who awards them decides.
 */
export function oddMedals({ event, medals: won }: EventMedals): string[] {
  const count = (medal: Medal['medal']) => won.filter((each) => each.medal === medal).length;
  const codes = won.map(({ code }) => code);
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  return [
    ...(count('gold') > 1 && count('silver') > 0
      ? [`${event} has ${count('gold')} gold medals and a silver one.`]
      : []),
    ...(count('gold') === 1 && count('silver') > 1 && count('bronze') > 0
      ? [`${event} has ${count('silver')} silver medals and a bronze one.`]
      : []),
    ...twice.map((code) => `${event} has more than one medal for ${code}.`),
  ];
}

function readMedals(event: string, written: readonly OdfMedal[]): MedalFacts[] {
  const found = written.flatMap(({ code: medalCode, date, unit, competitors }) => {
    const medal = medals[medalCode];
    if (medal === undefined) return [];
    const won = { event, discipline: event.slice(0, 3), medal, day: isDate(date) ? date : null, unit: unit || null };
    return competitors.map((competitor): MedalFacts => {
      const { code, kind, name, organisation, athletes } = competitorFacts(competitor);
      const people = athletes.map((athlete) => ({ code: athlete.code, name: athlete.name.tv }));
      return { ...won, code, kind, name, organisation, athletes: people };
    });
  });
  return [...new Map(found.map((each) => [`${each.medal} ${each.code}`, each])).values()];
}
