import type { OdfMessage, OdfRecordMark } from '@altis/odf';
import type { RecordEntry, Source } from '../contract/index.ts';
import { competitorFacts } from './competitor-facts.ts';
import { nameOf } from './name-competitors.ts';
import type { Register } from './register.ts';

/** A record as DT_RECORD has it; names are those of the message. */
export type RecordFacts = Omit<RecordEntry, 'source'> & { readonly kind: 'athlete' | 'team' };

/** Reads a DT_RECORD: of each record its marks in the order written. */
export function recordFacts({ content }: OdfMessage): RecordFacts[] {
  const records = content.kind === 'records' ? content.records : [];
  return records.flatMap(({ code, name = null, types }) =>
    types.flatMap(({ type, marks }) => marks.map((mark) => ({ code, name, type, ...markFacts(mark) }))),
  );
}

/** A record under the name of the register. */
export function presentRecord({ kind, ...record }: RecordFacts, register: Register, source: Source): RecordEntry {
  const name = record.holder === null ? undefined : nameOf({ kind, code: record.holder }, register);
  return { ...record, holderName: name ?? record.holderName, source };
}

function markFacts(mark: OdfRecordMark): Omit<RecordFacts, 'code' | 'name' | 'type'> {
  const competitor = mark.competitor && competitorFacts(mark.competitor);
  return {
    kind: competitor?.kind ?? 'athlete',
    result: mark.result ?? null,
    unit: mark.unit ?? null,
    holder: competitor?.code ?? null,
    holderName: competitor?.name ?? null,
    organisation: competitor?.organisation || (mark.country ?? null),
    place: mark.place ?? null,
    day: mark.date?.slice(0, 'YYYY-MM-DD'.length) ?? null,
    isNew: mark.unit !== undefined && !mark.isHistorical,
    isEqualled: mark.isEqualled,
  };
}
