import { useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';

// Codes of the feed that these pages have words for; any other is shown as it is.
const invalidMarks = [
  'DNS',
  'DNF',
  'DSQ',
  'DQ',
  'DQB',
  'DNQ',
  'NM',
  'LAP',
  'RAL',
  'WDR',
  'WD',
  'PEN',
  'YC',
  'RC',
  'RET',
  'WO',
] as const;
const qualifications = ['Q', 'q', 'PQ', 'ADV', 'FA', 'FB'] as const;
const recordTypes = ['WR', 'TR', 'SR', 'PB', 'SB', 'NR', 'GR', 'HR', 'CR'] as const;
const protests = ['FILED', 'UPHELD', 'DENIED', 'WITHDRAWN'] as const;
const details = [
  'POS',
  'VALUE',
  'DISTANCE',
  'DIST_POINTS',
  'SPEED',
  'GATE',
  'GATE_POINTS',
  'WIND',
  'WIND_POINTS',
  'JUDGE',
  'JUDGES_TOTAL',
  'TES',
  'PCS',
  'TSS',
  'DEDUCTION',
  'ELEMENT',
  'COMPONENT',
  'BASE_VALUE',
  'GOE',
  'FACTOR',
  'NAME',
  'SHOOTING',
  'PENALTY_LOOPS',
  'REACTION_TIME',
  'LANE',
  'LAP',
  'LAPS',
  'POINTS',
  'START_TIME',
  'SKI_TIME',
  'RUN',
  'BASE',
  'MARK',
  'CO',
  'PR',
  'SK',
  'JUDGES_POINTS',
] as const;

/** Words in the reader's language for coded values of results; what has no word yet keeps its code. */
export function useCodeWords(): Readonly<
  Record<'invalidMark' | 'qualification' | 'record' | 'protest' | 'detail', (code: string) => string>
> {
  const t = useText(publicMessages);
  return {
    invalidMark: (code) => {
      const known = invalidMarks.find((each) => each === code);
      return known === undefined ? code : t(`irm.${known}`);
    },
    qualification: (code) => {
      const known = qualifications.find((each) => each === code);
      return known === undefined ? code : t(`qualification.${known}`);
    },
    record: (code) => {
      const known = recordTypes.find((each) => each === code);
      return known === undefined ? code : t(`record.${known}`);
    },
    protest: (code) => {
      const known = protests.find((each) => each === code);
      return known === undefined ? readable(code) : t(`protest.${known}`);
    },
    detail: (code) => {
      const known = details.find((each) => each === code);
      return known === undefined ? readable(code) : t(`detail.${known}`);
    },
  };
}

/** "ELM_PANEL" as "Elm panel": a code that has no word is at least easy to read. */
function readable(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return code.length <= 3 ? code : words.charAt(0).toUpperCase() + words.slice(1);
}
