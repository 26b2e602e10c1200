import type { Canvas } from '@napi-rs/canvas';
import { crowdThings } from '../../broadcast/land/crowd-things.ts';
import type { Thing } from '../../broadcast/land/open-scenery.ts';
import type { Course } from '../course.ts';
import { finishThings } from './finish-things.ts';
import { dyeThings, gateThings } from './gate-things.ts';
import { netThings } from './net-things.ts';
import { spectators } from './spectators.ts';
import { startHut } from './start-hut.ts';

/** Gates, nets, start hut, finish and spectators. */
export function buildThings({ relief, gates, jumps }: Course, venue: string, crowd: readonly Canvas[]): Thing[] {
  return [
    ...gates.flatMap((gate) => gateThings(relief, gate)),
    ...netThings(relief),
    ...dyeThings(relief, jumps),
    startHut(relief, venue),
    ...finishThings(relief, venue),
    ...crowdThings(spectators(relief), crowd),
  ];
}
