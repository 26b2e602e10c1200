import type { RecordEntry } from '../contract/index.ts';
import { presentRecord } from '../domain/record-entries.ts';
import { findRegister } from '../store/register.ts';
import { listDocuments, sourceOf } from '../store/documents.ts';
import type { ResultsRoom } from './intake/intake.ts';

/** Records by discipline and event. */
export async function listRecords({ db }: ResultsRoom, discipline: string | undefined): Promise<RecordEntry[]> {
  const documents = (await listDocuments(db, 'records')).filter(
    ({ subject }) => discipline === undefined || subject.startsWith(discipline),
  );
  const register = await findRegister(db, [...new Set(documents.flatMap(({ codes }) => codes))]);
  const records = documents.flatMap((document) =>
    document.content.map((record) => presentRecord(record, register, sourceOf(document))),
  );
  // Sorting keeps what is equal in the order of the message.
  return records.toSorted((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0));
}
