import { useState } from 'react';
import type { TableReading, TableTarget } from '../../contract/index.ts';

/** What a list is of, beginning with what is most likely: today, here, what the table looks like. */
export function useTarget(table: TableReading): [TableTarget, (part: Partial<TableTarget>) => void] {
  const [said, setSaid] = useState<Partial<TableTarget>>({});
  const gender = table.gender;
  const now = new Date();
  const target: TableTarget = {
    day: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    startsAt: firstStart(table) ?? '10:00',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    place: '',
    discipline: { code: null, name: '' },
    kind: table.kind,
    status: 'OFFICIAL',
    ...said,
    event: { rsc: null, name: '', gender, ...said.event },
  };
  const { competition, ...rest } = target;
  const name = competition ?? '';
  return [name === '' ? rest : { ...rest, competition: name }, (part) => setSaid((before) => ({ ...before, ...part }))];
}

function firstStart({ sample }: TableReading): string | undefined {
  const times = sample.flatMap(({ reading }) => (reading?.start ? [reading.start.slice(0, 5)] : []));
  return times.toSorted()[0];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
