import type { PrintBlock } from '@altis/print';
import type { RecordEntry } from '../../contract/index.ts';
import type { NamedTexts } from './named-texts.ts';
import { tableOf } from './competitor-cells.ts';
import { dayText } from './venue-time.ts';

/** Records as they stand, and which of them were set or equalled at these Games. */
export function recordBlocks(records: readonly RecordEntry[], texts: NamedTexts): PrintBlock[] {
  if (records.length === 0) return [];
  const table = tableOf<RecordEntry>(
    [
      {
        title: texts.book('recordType'),
        align: 'start',
        cell: ({ type, name }) => ({ text: texts.word('record', type), below: name ?? undefined }),
      },
      {
        title: texts.words('list.result'),
        align: 'end',
        cell: ({ result }) => ({ text: result ?? '', isStrong: true }),
      },
      {
        title: texts.book('recordHolder'),
        align: 'start',
        isWide: true,
        cell: ({ holderName: name, holder, organisation }) =>
          name === null ? holder : texts.competitor({ name, organisation }),
      },
      { title: texts.book('organisation'), align: 'start', cell: ({ organisation }) => organisation },
      {
        title: texts.book('date'),
        align: 'start',
        cell: ({ day, place }) => ({ text: day === null ? '' : dateText(day, texts), below: place ?? undefined }),
      },
      { title: '', align: 'start', cell: (record) => newText(record, texts) },
    ],
    records,
  );
  return [{ kind: 'heading', text: texts.book('records') }, table];
}

/** Feeds write a whole day, or a year alone. */
function dateText(day: string, texts: NamedTexts): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? dayText(day, texts) : day;
}

function newText({ isNew, isEqualled }: RecordEntry, texts: NamedTexts): string | null {
  if (isEqualled) return texts.words('record.equalled');
  return isNew ? texts.words('record.new') : null;
}
