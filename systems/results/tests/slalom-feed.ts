import { odfElement, type OdfElement, type OdfHeader } from '@altis/odf';
import { message } from './hockey-feed.ts';

/** An invented slalom of two runs by night: the second begins past midnight. */
export const event = 'ALPWSL----------------------------';
export const phase = 'ALPWSL----------------FNL---------';
export const firstRun = 'ALPWSL----------------FNL-000100--';
export const secondRun = 'ALPWSL----------------FNL-000200--';
const discipline = 'ALP-------------------------------';

type Header = Partial<OdfHeader> & Pick<OdfHeader, 'version'>;
type Values = Readonly<Record<string, string | number | undefined>>;

export type Racer = {
  readonly code: string;
  readonly family: string;
  readonly given: string;
  readonly organisation: string;
};
export const berg: Racer = { code: '1000201', family: 'Berg', given: 'Ida', organisation: 'AAA' };
export const costa: Racer = { code: '1000202', family: 'Costa', given: 'Lia', organisation: 'BBB' };
export const dahl: Racer = { code: '1000203', family: 'Dahl', given: 'Una', organisation: 'CCC' };
export const evans: Racer = { code: '1000204', family: 'Evans', given: 'Mia', organisation: 'AAA' };

/** A document of the slalom; its minute of sending follows the version. */
export function document(documentType: string, header: Header, content: readonly OdfElement[] | undefined): string {
  return message({ documentType, documentCode: event, ...header }, content);
}

export function competitor(racer: Racer, attributes: Values = {}): OdfElement {
  const { code, family, given, organisation } = racer;
  return odfElement('Competitor', { Code: code, Type: 'A', Organisation: organisation, ...attributes }, [
    odfElement('Composition', {}, [
      odfElement('Athlete', { Code: code, Order: 1, Bib: Number(code) % 100 }, [
        odfElement('Description', { FamilyName: family, GivenName: given, Gender: 'F', Organisation: organisation }),
      ]),
    ]),
  ]);
}

export function teamCompetitor(code: string, organisation: string, name: string, racers: readonly Racer[]): OdfElement {
  const athletes = racers.map((racer, index) => odfElement('Athlete', { Code: racer.code, Order: index + 1 }));
  return odfElement('Competitor', { Code: code, Type: 'T', Organisation: organisation }, [
    odfElement('Description', { TeamName: name }),
    odfElement('Composition', {}, athletes),
  ]);
}

/** A `Result`: rank and mark in `attributes`. */
export function line(racer: Racer, order: number, attributes: Values, inside: readonly OdfElement[] = []): OdfElement {
  return odfElement('Result', { SortOrder: order, StartOrder: order, ...attributes }, [
    ...inside,
    competitor(racer, attributes['Result'] === undefined && order === 1 ? { Current: 'Y' } : {}),
  ]);
}

export function split(position: number, value: string, rank: number): OdfElement {
  return odfElement('ExtendedResult', { Type: 'ER', Code: 'INTERMEDIATE', Pos: position, Value: value, Rank: rank });
}

export function result(status: string, header: Header, lines: readonly OdfElement[]): string {
  return document('DT_RESULT', { documentCode: firstRun, resultStatus: status, ...header }, [
    odfElement('ExtendedInfos', {}, [
      odfElement('ExtendedInfo', { Type: 'UI', Code: 'INTERMEDIATE', Pos: 1, Value: 'INT1' }),
      odfElement('Progress', { UnitsTotal: 2, UnitsComplete: 1 }),
      odfElement('SportDescription', { DisciplineName: 'Alpine Skiing', EventName: "Women's Slalom", Gender: 'W' }),
      odfElement('VenueDescription', { Venue: 'HIL', VenueName: 'North Hill' }),
    ]),
    odfElement('Officials', {}, [
      odfElement('Official', { Code: '9001', Function: 'REFEREE', Order: 1 }, [
        odfElement('Description', { FamilyName: 'Ruiz', GivenName: 'Ada', Gender: 'F', Organisation: 'DDD' }),
      ]),
    ]),
    ...lines,
  ]);
}

export type Planned = {
  readonly rsc: string;
  readonly start: string;
  readonly status?: string;
  readonly session?: string;
  readonly medal?: number;
};

/** A schedule, or an update of one: a session in the evening of the 22nd, and units. */
export function plan(
  version: number,
  units: readonly Planned[],
  documentType: 'DT_SCHEDULE' | 'DT_SCHEDULE_UPDATE' = 'DT_SCHEDULE',
): string {
  const session = odfElement(
    'Session',
    {
      SessionCode: 'ALP01',
      StartDate: '2030-02-22T20:00:00+01:00',
      EndDate: '2030-02-23T01:30:00+01:00',
      Venue: 'HIL',
      VenueName: 'North Hill',
    },
    [odfElement('SessionName', { Language: 'ENG', Value: 'Slalom by night' })],
  );
  return document(documentType, { documentCode: discipline, version }, [
    ...(documentType === 'DT_SCHEDULE' ? [session] : []),
    ...units.map(({ rsc, start, status = 'SCHEDULED', session: code = 'ALP01', medal: decides = 0 }, index) =>
      odfElement(
        'Unit',
        {
          Code: rsc,
          PhaseType: 3,
          ScheduleStatus: status,
          StartDate: start,
          SessionCode: code,
          Medal: decides,
          Order: index + 1,
        },
        [odfElement('ItemName', { Language: 'ENG', Value: `Women's Slalom, run ${rsc.slice(28, 29)}` })],
      ),
    ),
  ]);
}

export function medal(code: 'ME_GOLD' | 'ME_SILVER' | 'ME_BRONZE', ...competitors: readonly OdfElement[]): OdfElement {
  return odfElement('Medal', { Code: code, Date: '2030-02-22', Unit: secondRun }, competitors);
}

/** The feed's own medal table: gold, silver and bronze of organisations. */
export function medalTable(
  version: number,
  counts: Readonly<Record<string, readonly [number, number, number]>>,
): string {
  const lines = Object.entries(counts).map(([organisation, [gold, silver, bronze]]) => {
    const numbers = { Gold: gold, Silver: silver, Bronze: bronze, Total: gold + silver + bronze };
    const ranks = { Rank: 1, RankTotal: 1, SortRank: 1, SortRankTotal: 1 };
    return odfElement('MedalLine', { ...ranks, Organisation: organisation }, [
      odfElement('Description', { OrganisationName: organisation }),
      odfElement('MedalNumber', { Type: 'TOT', ...numbers }),
    ]);
  });
  const games = 'GEN-------------------------------';
  return document('DT_MEDALS', { documentCode: games, version }, [
    odfElement('MedalStandings', { DateTime: '2030-02-22T23:59:00+01:00', LastEvent: event }, [
      odfElement('MedalsTable', {}, lines),
    ]),
  ]);
}

/** A PNG of one dot, in Base64. */
export const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Everything but the schedule and the run that messages say of a slalom, each once. */
export const around = {
  weather: (version: number, temperature: string): string =>
    document('DT_WEATHER', { documentCode: discipline, version }, [
      odfElement('ExtendedInfos', {}, [odfElement('VenueDescription', { Venue: 'HIL', VenueName: 'North Hill' })]),
      odfElement('Weather', { Date: '2030-02-22T19:30:00+01:00' }, [
        odfElement('Conditions', { Code: 'TOP', Humidity: 71, Wind_Direction: 'NE' }, [
          odfElement('Condition', { Code: 'SKY', Value: 'CLEAR' }),
          odfElement('Temperature', { Code: 'AIR', Unit: 'C', Value: temperature }),
          odfElement('Wind', { Code: 'SPEED', Unit: 'M_S', Value: '3.2' }),
        ]),
      ]),
    ]),
  decision: (version: number): string =>
    document('DT_COMMUNICATION', { documentSubcode: '12', version }, [
      odfElement('Communication', { PublishTime: '2030-02-22T22:05:00+01:00' }, [
        odfElement('Decision', { ItemNum: 12, IssuedTime: '2030-02-22T22:00:00+01:00', Unit: firstRun }, [
          odfElement('Subtitle', {}, ['Gate 14']),
          odfElement('Summary', {}, ['Dahl is disqualified.']),
        ]),
      ]),
    ]),
  standing: (version: number, racers: readonly Racer[]): string =>
    document(
      'DT_PHASE_RESULT',
      { documentCode: phase, version, resultStatus: 'INTERMEDIATE' },
      racers.map((racer, index) => line(racer, index + 1, { Rank: index + 1, Result: `1:4${index}.10`, For: 3 })),
    ),
  bracket: (version: number): string =>
    document('DT_BRACKETS', { version }, [
      odfElement('Bracket', { Code: 'FNL' }, [
        odfElement('BracketItems', { Code: 'FNL' }, [
          odfElement('BracketItem', { Order: 1, Position: 1, Unit: secondRun, Date: '2030-02-22', Time: '23:00' }, [
            odfElement('CompetitorPlace', { Pos: 2, Code: 'TBD' }, [
              odfElement('PreviousUnit', { Unit: firstRun, Value: 'W', WLT: 'W' }),
            ]),
            odfElement('CompetitorPlace', { Pos: 1, WLT: 'W', Result: '50.10' }, [competitor(berg)]),
          ]),
        ]),
      ]),
    ]),
  record: (version: number): string => {
    const data = (order: number, attributes: Values, racer: Racer): OdfElement =>
      odfElement('RecordData', { Order: order, Result: '50.10', ...attributes }, [competitor(racer)]);
    return document('DT_RECORD', { version }, [
      odfElement('Record', { Code: event }, [
        odfElement('Description', { Name: 'Track record' }),
        odfElement('RecordType', { Order: 1, RecordType: 'TR', Shared: 'N' }, [
          data(1, { Historical: 'N', Unit: firstRun, Date: '2030-02-22', Place: 'North Hill' }, berg),
          data(2, { Historical: 'Y', Date: '2026-02-01', Country: 'BBB' }, costa),
        ]),
      ]),
    ]);
  },
  /** Course and rules of the event. */
  settings: (version: number, length: string): string => {
    const item = (code: string, value: string): OdfElement =>
      odfElement('ExtendedConfigItem', { Code: code, Value: value });
    return document('DT_CONFIG', { version }, [
      odfElement('Configs', {}, [
        odfElement('Config', {}, [
          odfElement('ExtendedConfig', { Type: 'EC', Code: 'COURSE' }, [item('LENGTH', length), item('DROP', '180')]),
          odfElement('ExtendedConfig', { Type: 'EC', Code: 'RULE', Value: 'Both runs count.' }),
        ]),
      ]),
    ]);
  },
  /** The photo finish of the second run; a dot. */
  picture: (version: number): string =>
    document('DT_IMAGE', { documentCode: secondRun, version }, [
      odfElement('Image', { Pos: 1, Version: 1, Revision: 1, ImageType: 'PHOTO_FINISH' }, [
        odfElement('ImageDescription', {}, ['Berg and Costa at the line']),
        odfElement('ImageData', {}, [dot]),
      ]),
    ]),
  statistics: (version: number): string =>
    document('DT_STATS', { documentCode: firstRun, version }, [
      odfElement('Stats', { Code: 'RUN' }, [
        odfElement('Competitor', { Code: berg.code, Type: 'A', Organisation: 'AAA' }, [
          odfElement('StatsItems', {}, [odfElement('StatsItem', { Type: 'ST', Code: 'SPEED', Value: '92.4' })]),
        ]),
      ]),
    ]),
};
