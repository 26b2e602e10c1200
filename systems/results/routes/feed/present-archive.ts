import type { FeedArchive } from '../../contract/index.ts';
import { listArchives, type ArchiveRow } from '../../store/archives.ts';
import type { ResultsRoom } from '../intake/intake.ts';

const shown = 50;

/** The archives that were brought in, and how far each is. */
export async function listArchivesWithProgress({ db, jobs }: ResultsRoom): Promise<FeedArchive[]> {
  const jobIds = (await listArchives(db, shown)).map(({ job }) => job);
  const views = new Map((await jobs.read(jobIds)).map((view) => [view.id, view]));
  // Read after the jobs: of one that is done, all that it noted is there.
  const rows = await listArchives(db, shown);
  return rows.map((row) => presentArchive(row, views.get(row.job)));
}

/** @param job of it, as far as it is known */
export function presentArchive(
  row: ArchiveRow,
  job: Pick<FeedArchive, 'state' | 'fraction' | 'reason'> | undefined,
): FeedArchive {
  return {
    id: row.id,
    name: row.name,
    sizeBytes: row.size_bytes,
    receivedAt: row.received_at.toISOString(),
    job: row.job,
    state: job?.state ?? 'waiting',
    fraction: job?.fraction ?? 0,
    reason: job?.reason ?? null,
    outcomes: row.outcomes,
    faults: row.faults,
    faultCount: row.fault_count,
  };
}
