import Papa from 'papaparse';
import type { ArchiveRow, GamesArchive } from './games-archive.ts';
import { readZip } from './read-zip.ts';

/** What is wrong with an archive, and what to do. */
export type ArchiveFault = { readonly ok: false; readonly message: string; readonly remedy: string };

/** An archive says of itself how large it is unpacked; more than this is not unpacked. */
const largestUnpackedBytes = 256 * 1024 * 1024;

const folderless = /(?:^|\/)([a-z_]+)\.csv$/i;
const inResults = /(?:^|\/)results\/[^/]+\.csv$/i;

/**
 * Reads a Games that was packed as ZIP: athletes.csv, coaches.csv, teams.csv, schedules.csv, medallists.csv, medals.csv,
 * medals_total.csv and results/*.csv, in UTF-8 with a row of titles. Other files are left alone.
 */
export function readGamesArchive(
  bytes: Uint8Array,
): { readonly ok: true; readonly archive: GamesArchive } | ArchiveFault {
  const files = unpack(bytes);
  if (!(files instanceof Map)) return files;
  const archive = {
    athletes: rowsOf(files.get('athletes')),
    coaches: rowsOf(files.get('coaches')),
    teams: rowsOf(files.get('teams')),
    schedules: rowsOf(files.get('schedules')),
    medallists: rowsOf(files.get('medallists')),
    medals: rowsOf(files.get('medals')),
    medals_total: rowsOf(files.get('medals_total')),
    results: [...files].filter(([name]) => name.startsWith('results/')).flatMap(([, text]) => rowsOf(text)),
  };
  if (archive.results.length === 0) {
    return fault(
      'The archive has no results: there is no results/*.csv with rows in it.',
      'Pack the folder results, too.',
    );
  }
  return { ok: true, archive };
}

function unpack(bytes: Uint8Array): Map<string, string> | ArchiveFault {
  try {
    const tables = readZip(bytes).flatMap((entry) => {
      const name = nameOf(entry.path);
      return name === undefined ? [] : [{ ...entry, name }];
    });
    const unpackedBytes = tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (unpackedBytes > largestUnpackedBytes) {
      return fault('The tables of the archive have more than 256 MiB.', 'Leave out files that are not of the Games.');
    }
    const byName = tables.toSorted((left, right) => (left.name < right.name ? -1 : 1));
    return new Map(byName.map(({ name, unpack: unpackTable }) => [name, new TextDecoder().decode(unpackTable())]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fault(`The file is no ZIP archive that can be read: ${reason}.`, 'Pack the CSV files as ZIP once more.');
  }
}

/** `athletes` or `results/Judo.csv`; undefined for what is none of a Games' tables. */
function nameOf(path: string): string | undefined {
  if (/__MACOSX/.test(path)) return undefined;
  if (inResults.test(path)) return `results/${path.slice(path.lastIndexOf('/') + 1)}`;
  return folderless.exec(path)?.[1]?.toLowerCase();
}

function rowsOf(text: string | undefined): ArchiveRow[] {
  if (text === undefined) return [];
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: 'greedy' })
    .data;
}

function fault(message: string, remedy: string): ArchiveFault {
  return { ok: false, message, remedy };
}
