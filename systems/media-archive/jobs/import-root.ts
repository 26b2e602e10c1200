import { lstat, readdir, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { problem } from '@altis/kernel';

/** Containers that are imported from folders; a file that is named itself may have any name. */
const videoExtensions = new Set(
  '.mp4 .mov .m4v .mkv .webm .ts .m2ts .mts .mxf .avi .mpg .mpeg .3gp .wmv .flv'.split(' '),
);
const mostFiles = 10_000;

/** The part of the server's disk that operators may import from; nothing outside of it is ever opened. */
export interface ImportRoot {
  /** The videos at or below a path, as paths relative to the root. Throws a problem that names the path. */
  list(path: string): Promise<readonly string[]>;
  /** The real path of one file. Throws a problem when it is gone or leads out of the root. */
  locate(path: string): Promise<string>;
}

export function openImportRoot(root: string | undefined): ImportRoot {
  const locate = async (path: string): Promise<string> => {
    if (root === undefined) throw noRoot();
    if (isAbsolute(path) || path.includes('\0') || path.split(/[/\\]/).includes('..')) throw outside(path);
    const top = await realpath(root).catch(() => {
      throw problem('UNAVAILABLE', `The import folder ${root} cannot be read.`, {
        remedy: 'Create it, or set ALTIS_MEDIA_ARCHIVE_IMPORT_ROOT to another one.',
      });
    });
    const real = await realpath(join(top, path)).catch(() => {
      throw problem('NOT_FOUND', `There is no “${path}” in the import folder.`, {
        remedy: 'Check the name: upper and lower case differ.',
      });
    });
    if (real !== top && !real.startsWith(`${top}${sep}`)) throw outside(path);
    return real;
  };

  return {
    locate,
    async list(path) {
      const real = await locate(path);
      const top = await locate('.');
      if (!(await lstat(real)).isDirectory()) return [relative(top, real)];
      const found = await findVideos(real);
      if (found.length > mostFiles) {
        throw problem('TOO_LARGE', `“${path}” holds more than ${mostFiles} videos.`, {
          remedy: 'Import its folders one after the other.',
        });
      }
      if (found.length > 0) return found.map((file) => relative(top, file));
      throw problem('NOT_FOUND', `There is no video in “${path}”.`, {
        remedy: `Files ending in ${[...videoExtensions].join(' ')} are imported.`,
      });
    },
  };
}

/** Links are not followed: they could lead out of the root, or round in circles. */
async function findVideos(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .filter((entry) => videoExtensions.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function noRoot() {
  return problem('CONFLICT', 'This installation has no import folder.', {
    remedy: 'Set ALTIS_MEDIA_ARCHIVE_IMPORT_ROOT to a folder on the server, or upload the files.',
  });
}

function outside(path: string) {
  return problem('INVALID_INPUT', `“${path}” leads out of the import folder.`, {
    remedy: 'Give a path below the import folder, such as "2026-02-10/rink-1".',
  });
}
