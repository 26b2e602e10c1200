import Papa from 'papaparse';
import type { ArchiveFault } from '../games-archive/read-games-archive.ts';
import { readZip } from '../games-archive/read-zip.ts';
import { noteUnplaced, type Unplaced } from '../games-archive/unplaced.ts';
import { successorOf } from './successors.ts';

/** Past Games as they are kept. */
export type PastRecords = {
  readonly games: readonly {
    readonly code: string;
    readonly year: number;
    readonly host: string;
    readonly season: 'summer' | 'winter';
    readonly edition: 'games' | 'para' | 'youth';
    readonly athletes: number | null;
    readonly starts_on: string | null;
    readonly ends_on: string | null;
  }[];
  readonly organisations: readonly {
    readonly code: string;
    readonly name: string;
    readonly status: string;
    readonly successor: string | null;
  }[];
  readonly sports: readonly {
    readonly code: string;
    readonly name: string;
    readonly season: string | null;
    readonly parent: string | null;
  }[];
  readonly participations: readonly {
    readonly games: string;
    readonly organisation: string;
    readonly sport: string;
    readonly gold: number;
    readonly silver: number;
    readonly bronze: number;
    readonly men: number;
    readonly women: number;
  }[];
};

const largestUnpackedBytes = 64 * 1024 * 1024;
const tables = ['gamesDetail', 'countryDetail', 'sportsDetail', 'participationRecords'] as const;

/**
 * Reads the tables of past Games, packed as ZIP: gamesDetail.csv, countryDetail.csv, sportsDetail.csv and
 * participationRecords.csv, whose titles and cells may be padded. Rows that begin with # are remarks. What belongs to
 * Games, organisations or sports that no table has is kept under its code where it can be, and told.
 */
export function readPastGames(
  bytes: Uint8Array,
): { readonly ok: true; readonly records: PastRecords; readonly unplaced: Unplaced[] } | ArchiveFault {
  const opened = unpack(bytes);
  if (!opened.ok) return opened;
  const { files } = opened;
  const missing = tables.find((table) => !files.has(table));
  if (missing !== undefined) {
    return { ok: false, message: `The archive has no ${missing}.csv.`, remedy: `Pack ${tables.join('.csv, ')}.csv.` };
  }
  const unplaced = noteUnplaced();
  const rows = (table: (typeof tables)[number]): Row[] => rowsOf(files.get(table) ?? '');
  const games = rows('gamesDetail').flatMap((row) => gamesOf(row, unplaced));
  // Tables spell the same Games with and without a hyphen.
  const known = new Map(games.map(({ code }) => [code.replaceAll('-', ''), code]));
  const participations = rows('participationRecords').flatMap((row) => {
    const code = known.get(gamesCode(at(row, 'games'))?.replaceAll('-', '') ?? '');
    if (code !== undefined) return [participationOf(code, row)];
    unplaced.add('participation: Games that no table has', `${at(row, 'games')} ${at(row, 'country')}`);
    return [];
  });
  const organisations = withUnknown(
    rows('countryDetail').map((row) => {
      const code = at(row, 'code');
      return { code, name: at(row, 'name'), status: at(row, 'status'), successor: successorOf(code) ?? null };
    }),
    participations.map(({ organisation }) => organisation),
    (code) => ({ code, name: code, status: 'special', successor: null }),
    (code) => unplaced.add('organisation: in no table; kept under its code', code),
  );
  const sports = withUnknown(
    rows('sportsDetail').map((row) => ({
      code: at(row, 'code'),
      name: at(row, 'name'),
      season: at(row, 'season') || null,
      parent: at(row, 'parent') || null,
    })),
    participations.map(({ sport }) => sport),
    (code) => ({ code, name: code, season: null, parent: null }),
    (code) => unplaced.add('sport: in no table; kept under its code', code),
  );
  return { ok: true, records: { games, organisations, sports, participations }, unplaced: unplaced.list() };
}

type Row = Readonly<Record<string, string>>;

function at(row: Row, column: string): string {
  return row[column]?.trim() ?? '';
}

function unpack(bytes: Uint8Array): { readonly ok: true; readonly files: ReadonlyMap<string, string> } | ArchiveFault {
  try {
    const entries = readZip(bytes).filter(({ path }) => path.endsWith('.csv'));
    if (entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > largestUnpackedBytes) {
      return { ok: false, message: 'The tables have more than 64 MiB.', remedy: 'Leave out what is no table.' };
    }
    const named = entries.map(({ path, unpack: open }): [string, string] => [
      path.slice(path.lastIndexOf('/') + 1, -'.csv'.length),
      new TextDecoder().decode(open()),
    ]);
    return { ok: true, files: new Map(named) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `The file is no ZIP archive that can be read: ${reason}.`, remedy: 'Pack it anew.' };
  }
}

function rowsOf(text: string): Row[] {
  // Quoted cells are padded behind the quotes, which CSV does not allow.
  const plain = text.replace(/^\uFEFF/, '').replace(/" +(?=,|\r?\n|$)/g, '"');
  return Papa.parse<Record<string, string>>(plain, {
    header: true,
    comments: '#',
    skipEmptyLines: 'greedy',
    transformHeader: (title) => title.trim(),
  }).data;
}

function gamesOf(row: Row, unplaced: ReturnType<typeof noteUnplaced>): PastRecords['games'] {
  const code = gamesCode(at(row, 'code'));
  const season = at(row, 'season');
  const year = Number(at(row, 'year'));
  if (code === undefined || (season !== 'summer' && season !== 'winter') || !Number.isInteger(year)) {
    unplaced.add('Games: no year, season or edition', at(row, 'code'));
    return [];
  }
  const athletes = Number(at(row, 'num_athletes'));
  const date = (column: string) => (/^\d{4}-\d\d-\d\d$/.test(at(row, column)) ? at(row, column) : null);
  const edition = editionOf(at(row, 'code')) ?? 'games';
  return [
    {
      code,
      year,
      host: at(row, 'host'),
      season,
      edition,
      athletes: athletes > 0 ? athletes : null,
      starts_on: date('start_date'),
      ends_on: date('end_date'),
    },
  ];
}

const editions: Readonly<Record<string, 'games' | 'para' | 'youth'>> = {
  olympics: 'games',
  paralympics: 'para',
  youth: 'youth',
};

function editionOf(code: string): 'games' | 'para' | 'youth' | undefined {
  return editions[code.slice(code.lastIndexOf('_') + 1)];
}

/** `1956_cortina-d'ampezzo_olympics` → `1956-cortina-dampezzo`; undefined for an edition that is not known. */
function gamesCode(written: string): string | undefined {
  const edition = editionOf(written);
  if (edition === undefined) return undefined;
  const plain = written
    .slice(0, written.lastIndexOf('_'))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  return edition === 'games' ? plain : `${plain}-${edition}`;
}

function participationOf(games: string, row: Row): PastRecords['participations'][number] {
  const count = (column: string): number => Math.max(0, Math.trunc(Number(at(row, column)) || 0));
  const counts = { gold: count('gold'), silver: count('silver'), bronze: count('bronze') };
  const people = { men: count('men'), women: count('women') };
  return { games, organisation: at(row, 'country'), sport: at(row, 'sport'), ...counts, ...people };
}

function withUnknown<Kept extends { readonly code: string }>(
  told: readonly Kept[],
  used: readonly string[],
  make: (code: string) => Kept,
  note: (code: string) => void,
): Kept[] {
  const known = new Map(told.filter(({ code }) => code !== '').map((each) => [each.code, each]));
  for (const code of new Set(used)) {
    if (known.has(code)) continue;
    known.set(code, make(code));
    note(code);
  }
  return [...known.values()];
}
