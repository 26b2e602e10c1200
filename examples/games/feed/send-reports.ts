import { composeBody, odfElement, writeMessage } from '@altis/odf';
import { chanceOf } from '../chance.ts';
import { gamesZone } from '../place/venues.ts';
import type { Pace, Report } from '../story/report.ts';
import type { Simulation } from '../story/simulate.ts';

/** CompetitionCode of the demo Games. */
export const gamesCompetition = 'XWG2030';

/** A message of the Games as it leaves its sender. */
export type GamesMessage = {
  /** When it is sent, in epoch milliseconds. */
  readonly atMs: number;
  /** Code of the venue on whose line it goes; `GMS` for the office of the Games. */
  readonly venue: string;
  readonly documentType: string;
  readonly documentCode: string;
  readonly version: number;
  readonly feedFlag: 'P' | 'T';
  /** Composed whenever it is asked for: the whole Games would be too much to hold as text. */
  readonly xml: string;
};

/** How long it takes from the thing to the message, in milliseconds. */
const delays: Readonly<Record<Pace, readonly [least: number, most: number]>> = {
  clock: [200, 1500],
  judges: [1500, 5000],
  operator: [3000, 8000],
  office: [1000, 20_000],
};
/** Shortest time between two messages of one sender. */
const handMs = 120;

/** Numbers the versions and sends every report after its delay; what one sender sends keeps its order. */
export function sendReports(simulation: Simulation, reports: readonly Report[]): GamesMessage[] {
  const random = chanceOf(simulation.seed, 'delays');
  const free = new Map<string, number>();
  const versions = new Map<string, number>();
  const sent = reports
    .map((report, index) => ({ report, index }))
    .toSorted((a, b) => a.report.atMs - b.report.atMs || a.index - b.index)
    .map(({ report }) => {
      const [least, most] = delays[report.pace];
      const atMs = Math.max(report.atMs + random.integer(least, most), (free.get(report.source) ?? 0) + handMs);
      free.set(report.source, atMs);
      return { report, atMs };
    });
  return sent
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ report, atMs }) => {
      const { documentType, documentCode, documentSubtype = '', documentSubcode = '' } = report;
      const key = [documentType, documentCode, documentSubtype, documentSubcode].join(' ');
      const version = (versions.get(key) ?? 0) + 1;
      versions.set(key, version);
      const venue = report.venue?.code ?? 'GMS';
      return {
        atMs,
        venue,
        documentType,
        documentCode,
        version,
        feedFlag: 'P',
        get xml() {
          return writeReport(simulation, report, atMs, version);
        },
      };
    });
}

function writeReport({ calendar }: Simulation, report: Report, atMs: number, version: number): string {
  const { documentType, documentCode, documentSubtype, documentSubcode, status, source, day, venue, content } = report;
  const [date = '', time = ''] = calendar.dateTime(atMs, venue?.zone ?? gamesZone).split('T');
  const sport = documentCode.slice(0, 3);
  const root = composeBody(
    {
      competitionCode: gamesCompetition,
      documentCode,
      documentSubcode,
      documentType,
      documentSubtype,
      version,
      resultStatus: status,
      language: undefined,
      feedFlag: 'P',
      date,
      time: time.slice(0, 12).replaceAll(/[:.]/g, ''),
      logicalDate: calendar.day(day),
      source,
    },
    [
      odfElement('Competition', { Gen: 'XWG-2030-GEN-1', Sport: `XWG-2030-${sport}-1`, Codes: 'XWG-2030-1' }, [
        ...content(),
      ]),
    ],
  );
  return writeMessage({ root });
}
