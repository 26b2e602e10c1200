import { odfElement, type OdfElement } from '@altis/odf';
import { hill } from '../ski-jumping/jump.ts';
import type { EventKey } from '../programme.ts';
import type { Report } from '../story/report.ts';
import type { PlayedEvent, Simulation } from '../story/simulate.ts';

/** What is set for an event or one of its phases: plain values, and the parts of the course. Lengths in metres. */
type Configured = {
  readonly phase?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly course?: Readonly<Record<string, string | number>>;
};

const jumping: readonly Configured[] = [
  { values: { HILL_SIZE: hill.size, K_POINT: hill.kPoint } },
  { phase: 'QUAL', values: { QUALIFIERS: 30 } },
  { phase: 'FNL-', values: { ROUNDS: 2, QUALIFIERS: 20 } },
];
const sprint = (length: number, climb: number): Configured[] => [
  { course: { LENGTH: length, MAX_CLIMB: climb, TOTAL_CLIMB: climb * 2 + 7 } },
  { phase: 'QUAL', values: { QUALIFIERS: 30 } },
];
const configured: Readonly<Partial<Record<EventKey, readonly Configured[]>>> = {
  ALPMDH: [
    { course: { LENGTH: 2985, VERTICAL_DROP: 845, START_ALT: 1240, FINISH_ALT: 395, GATES: 38 } },
    { values: { INTERMEDIATES: 4 } },
  ],
  ALPWDH: [
    { course: { LENGTH: 2610, VERTICAL_DROP: 720, START_ALT: 1115, FINISH_ALT: 395, GATES: 35 } },
    { values: { INTERMEDIATES: 4 } },
  ],
  BTHXRELAY4: [{ course: { DISTANCE: 7500, LAP_LENGTH: 2500, LAPS: 3, MAX_CLIMB: 28, TOTAL_CLIMB: 246 } }],
  CCSMSPRINT: sprint(1420, 24),
  CCSWSPRINT: sprint(1270, 21),
  SJPMNH: jumping,
  SJPWNH: jumping,
};

const hourMs = 3_600_000;

/** DT_CONFIG the day before an event: course or hill, timing points, and how many go on. */
export function configReports({ events, size }: Simulation): Report[] {
  return events.flatMap((event): Report[] => {
    const parts = (configured[event.key] ?? []).filter(({ phase }) => size === 'whole' || phase === undefined);
    const [first] = event.stage.units;
    if (first === undefined || parts.length === 0) return [];
    const { venue, day, startMs } = first;
    return [
      {
        atMs: startMs - 18 * hourMs,
        pace: 'office',
        venue,
        day,
        source: `${venue.code}${event.stage.event.discipline}1`,
        documentType: 'DT_CONFIG',
        documentCode: event.stage.event.rsc,
        content: () => [
          odfElement(
            'Configs',
            {},
            parts.map((part) => configElement(event, part)),
          ),
        ],
      },
    ];
  });
}

function configElement({ stage }: PlayedEvent, { phase, values = {}, course }: Configured): OdfElement {
  const { rsc } = stage.event;
  const items = (entries: Readonly<Record<string, string | number>>, element: string): OdfElement[] =>
    Object.entries(entries).map(([code, value]) =>
      odfElement(element, { ...(element === 'ExtendedConfig' && { Type: 'EC' }), Code: code, Value: value }),
    );
  return odfElement('Config', { Unit: phase === undefined ? rsc : `${rsc.slice(0, 22)}${phase}--------` }, [
    ...items(values, 'ExtendedConfig'),
    ...(course === undefined
      ? []
      : [odfElement('ExtendedConfig', { Type: 'EC', Code: 'COURSE' }, items(course, 'ExtendedConfigItem'))]),
  ]);
}
