import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Problem } from './problem.mjs';

const shelves = ['systems', 'platform', 'libraries', 'apps'];

/** Turns what a person names (`transport`, `http`, `odf`, `systems/results/domain`, a file) into paths below the root. */
export function findRooms(root, names) {
  return names.map((name) => {
    const path = relative(root, resolve(root, name));
    const candidates = [path, ...shelves.map((shelf) => join(shelf, name))];
    const found = candidates.find((candidate) => !candidate.startsWith('..') && existsSync(join(root, candidate)));
    if (found) return found;
    throw new Problem(`There is no room named "${name}".`, `The rooms are:\n${listRooms(root)}`);
  });
}

function listRooms(root) {
  const folders = (shelf) =>
    readdirSync(join(root, shelf)).filter((name) => statSync(join(root, shelf, name)).isDirectory());
  return shelves.map((shelf) => `${shelf}: ${folders(shelf).join(' ')}`).join('\n');
}
