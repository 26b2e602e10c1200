import type { FeedArchive } from '../../contract/index.ts';

type Report = Pick<FeedArchive, 'outcomes' | 'faults' | 'faultCount'>;
type Blame = { readonly reason: string; readonly remedy: string };

const keptFaults = 200;
const namedEmpties = 3;

/** What became of the entries of an archive, as it is counted while they are read. */
export interface ArchiveReport {
  count(outcome: keyof FeedArchive['outcomes']): void;
  blame(entry: string, fault: Blame): void;
  /** An entry without any bytes: of these there may be very many, and they are told as one fault. */
  skipEmpty(entry: string): void;
  read(): Report;
}

/** Begins the report of an archive: the first faults are told each, the others counted. */
export function archiveReport(): ArchiveReport {
  const outcomes: FeedArchive['outcomes'] = {};
  const faults: FeedArchive['faults'] = [];
  const empties: string[] = [];
  let [faultCount, emptyCount] = [0, 0];
  return {
    count(outcome) {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    },
    blame(entry, { reason, remedy }) {
      faultCount += 1;
      if (faults.length < keptFaults) faults.push({ entry: entry.slice(0, 300), reason, remedy });
    },
    skipEmpty(entry) {
      emptyCount += 1;
      if (empties.length < namedEmpties) empties.push(entry.slice(0, 100));
    },
    read: () => ({
      outcomes,
      faults: emptyCount === 0 ? faults : [emptyFault(empties, emptyCount), ...faults],
      faultCount: faultCount + emptyCount,
    }),
  };
}

function emptyFault(names: readonly string[], count: number): FeedArchive['faults'][number] {
  return {
    entry: `${names.join(', ')}${count > names.length ? ' …' : ''}`,
    reason: count === 1 ? 'The file is empty, and was left out.' : `${count} files are empty, and were left out.`,
    remedy: 'Check what wrote the archive, and send again what they should have said.',
  };
}
