import { configReports } from './feed/config-reports.ts';
import { medalReports } from './feed/medal-reports.ts';
import { registerReports } from './feed/register-reports.ts';
import { scheduleReports } from './feed/schedule-reports.ts';
import { sendReports, type GamesMessage } from './feed/send-reports.ts';
import { signalReports } from './feed/signal-reports.ts';
import { venueReports } from './feed/venue-reports.ts';
import { simulate, type GamesOptions, type Simulation } from './story/simulate.ts';
import { truthOf, type GamesTruth } from './truth.ts';

export type Games = {
  readonly simulation: Simulation;
  /** In the order in which they are sent. */
  readonly messages: readonly GamesMessage[];
  /** What holds when everything has been sent. */
  readonly truth: GamesTruth;
};

const hourMs = 3_600_000;

/**
 * Plays a small winter Games and writes its messages as the venues send them: the same seed and first day give the same
 * bytes. Pure; the text of a message is composed when it is asked for.
 *
 * @throws where `firstDay` is no day
 */
export function playGames(options: GamesOptions): Games {
  const simulation = simulate(options);
  const firstMs = simulation.plans[0]?.startMs ?? 0;
  const reports = [
    ...registerReports(simulation, firstMs - 40 * hourMs),
    ...scheduleReports(simulation, firstMs - 39 * hourMs),
    ...signalReports(simulation),
    ...configReports(simulation),
    ...venueReports(simulation),
    ...simulation.events.flatMap(({ played }) => played.reports),
    ...medalReports(simulation),
  ];
  return { simulation, messages: sendReports(simulation, reports), truth: truthOf(simulation) };
}
