import type { Random } from '../../broadcast/random.ts';
import { normal } from '../chance.ts';
import type { Entrant } from '../cast/person.ts';
import type { UnitPlan } from '../story/unit-plan.ts';

/** The normal hill: points at the K point and for each metre beyond it, in tenths; the longest jump so far, tenths of a metre. */
export const hill = { kPoint: 98, size: 109, pointsAtK: 600, pointsPerMetre: 20, record: 1030 } as const;

/** One jump; all points in tenths, distance in half metres as tenths of a metre. */
export type Jump = {
  readonly entrant: Entrant;
  readonly bib: number;
  readonly startOrder: number;
  /** When the light turned green and the jumper let go. */
  readonly startMs: number;
  readonly takeOffMs: number;
  readonly landingMs: number;
  readonly marksMs: number;
  /** Speed at the take-off, km/h. */
  readonly speed: number;
  readonly gate: number;
  /** Wind along the hill, m/s; against the jumper is above 0. */
  readonly wind: number;
  readonly distance: number;
  readonly distancePoints: number;
  /** Of five judges; the best and the worst are left out. */
  readonly marks: readonly number[];
  readonly judgesPoints: number;
  readonly windPoints: number;
  readonly gatePoints: number;
  readonly total: number;
  readonly hasFallen: boolean;
  /** Further than anybody before on this hill. */
  readonly isRecord?: boolean;
  readonly irm?: 'DSQ' | 'DNS';
};

/** One round as it was jumped. */
export type JumpRound = {
  readonly plan: UnitPlan;
  readonly jumps: readonly Jump[];
  /** Jumps of the round before, where they count. */
  readonly before: ReadonlyMap<Entrant, Jump>;
};

/** From letting go to the take-off. */
const inRunMs = 4200;
/** Wind and gate points in tenths, for 1 m/s and one gate. */
const perWind = 84;
const perGate = 52;
const firstGate = 14;

type Start = { readonly entrant: Entrant; readonly bib: number; readonly startOrder: number; readonly startMs: number };

/** Lets one jump, by skill and luck; the jury lowers the gate for the best. */
export function jump({ entrant, bib, startOrder, startMs }: Start, mayFall: boolean, random: Random): Jump {
  const form = entrant.skill + normal(random) * 0.7;
  const wind = Math.round((normal(random) * 0.5 + 0.2) * 100) / 100;
  const gate = firstGate - (entrant.skill > 1.1 ? 1 : 0);
  const flown = 93 + form * 4.2 + wind * 4 - (firstGate - gate) * 2.6;
  const distance = Math.round(Math.min(112, Math.max(72, flown)) * 2) * 5;
  const hasFallen = mayFall && random.next() < 0.035;
  const style = hasFallen ? 11 : 17.2 + form * 0.5;
  const marks = Array.from({ length: 5 }, () => Math.min(200, Math.round((style + normal(random) * 0.35) * 2) * 5));
  const counted = marks.toSorted((a, b) => a - b).slice(1, 4);
  const distancePoints = hill.pointsAtK + Math.round((distance / 10 - hill.kPoint) * hill.pointsPerMetre);
  const judgesPoints = counted.reduce((sum, mark) => sum + mark, 0);
  const windPoints = -Math.round(wind * perWind);
  const gatePoints = (firstGate - gate) * perGate;
  const takeOffMs = startMs + inRunMs;
  const landingMs = takeOffMs + Math.round(1500 + distance * 2.6);
  const isOut = mayFall && random.next() < 0.012;
  return {
    entrant,
    bib,
    startOrder,
    startMs,
    takeOffMs,
    landingMs,
    marksMs: landingMs + random.integer(5000, 9000),
    speed: Math.round(885 + form * 4 + (gate - firstGate) * 5 + normal(random) * 3) / 10,
    gate,
    wind,
    distance,
    distancePoints,
    marks,
    judgesPoints,
    windPoints,
    gatePoints,
    total: distancePoints + judgesPoints + windPoints + gatePoints,
    hasFallen,
    ...(isOut && { irm: 'DSQ' as const }),
  };
}
