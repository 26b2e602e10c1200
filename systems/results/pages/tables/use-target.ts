import { useState } from 'react';
import type { TableReading, TableTarget } from '../../contract/index.ts';

/** What a list is of, beginning with what is most likely: today, here, what the table looks like. */
export function useTarget(table: TableReading): [TableTarget, (part: Partial<TableTarget>) => void] {
  const [here] = useState(hereAndNow);
  const [said, setSaid] = useState<Partial<TableTarget>>({});
  const target: TableTarget = {
    ...here,
    startsAt: firstStart(table) ?? '10:00',
    place: '',
    discipline: { code: null, name: '' },
    kind: table.kind,
    // Of a list that lacks rows nobody should say by default that it is final.
    status: table.good < table.rows ? 'UNOFFICIAL' : 'OFFICIAL',
    ...said,
    event: { rsc: null, name: '', gender: table.gender, ...said.event },
  };
  const { competition = '', ...rest } = target;
  return [competition === '' ? rest : target, (part) => setSaid((before) => ({ ...before, ...part }))];
}

function hereAndNow(): Pick<TableTarget, 'day' | 'zone'> {
  const now = new Date();
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  return { day: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`, zone };
}

function firstStart({ sample }: TableReading): string | undefined {
  const times = sample.flatMap(({ reading }) => (reading?.start ? [reading.start.slice(0, 5)] : []));
  return times.toSorted()[0];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
