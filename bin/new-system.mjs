// `npm run new-system <name>`: copies the template room to systems/<name>, renames it and adds it to the lists of systems.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, tellProblems } from './problem.mjs';
import { prepare, root } from './toolchain.mjs';

await tellProblems(async () => {
  process.chdir(root);
  const name = process.argv[2];
  requireFreeName(name);
  const node = await prepare();
  const folder = join(root, 'systems', name);
  cpSync(join(root, 'templates/system'), folder, { recursive: true });
  renameEverywhere(folder, name);
  listInServer(name);
  listInWeb(name);
  addWorkspace(name);
  const changed = [`systems/${name}`, 'apps/server/systems.ts', 'apps/web/systems.ts'];
  spawnSync(node, ['node_modules/.bin/oxfmt', ...changed], { stdio: 'inherit' });
  console.log(
    `\nsystems/${name} is there and listed. Next:\n  npm test -- ${name}\n  npm start\nThen make its README, contract and domain your own.`,
  );
});

function requireFreeName(name) {
  if (!name || !/^[a-z]+(-[a-z]+)*$/.test(name)) {
    throw new Problem(
      `"${name ?? ''}" cannot name a system.`,
      'Give lower-case words joined by hyphens: npm run new-system lost-property',
    );
  }
  const taken = ['systems', 'platform', 'libraries', 'apps'].find((shelf) => existsSync(join(root, shelf, name)));
  if (taken)
    throw new Problem(`${taken}/${name} exists already.`, 'Choose another name: packages share the prefix @altis/.');
}

function renameEverywhere(folder, name) {
  const words = name.split('-');
  const camel = words.map((word, index) => (index === 0 ? word : word[0].toUpperCase() + word.slice(1))).join('');
  const title = words.join(' ').replace(/^./, (letter) => letter.toUpperCase());
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replaceAll('sample-room', name).replaceAll('sampleRoom', camel).replaceAll('Sample room', title),
    );
  }
}

function listInServer(name) {
  insert(
    'apps/server/systems.ts',
    /\n\};\s*$/,
    `\n  '${name}': async () => (await import('@altis/${name}')).system,\n};\n`,
  );
}

function listInWeb(name) {
  const pages = `${name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())}Pages`;
  insert(
    'apps/web/systems.ts',
    /\nimport |^import /,
    (found) =>
      `${found.startsWith('\n') ? '\n' : ''}import { pages as ${pages} } from '@altis/${name}/pages';\nimport `,
  );
  insert(
    'apps/web/systems.ts',
    /,?\s*\];\s*$/,
    (found, before) => `${before.trimEnd().endsWith('[') ? '' : ', '}${pages}];\n`,
  );
}

/** Replaces the place in a list where an entry belongs; a list that looks otherwise is left to the person. */
function insert(path, place, replacement) {
  const text = readFileSync(path, 'utf8');
  if (!place.test(text)) throw new Problem(`${path} looks unfamiliar.`, 'Add the new system to its list by hand.');
  const replace =
    typeof replacement === 'string' ? replacement : (found, offset) => replacement(found, text.slice(0, offset));
  writeFileSync(path, text.replace(place, replace));
}

/** What `npm install` would note for a package without dependencies: two entries in the lock file and a link. */
function addWorkspace(name) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  lock.packages[`systems/${name}`] = { name: `@altis/${name}`, version: '0.1.0', license: 'Apache-2.0' };
  lock.packages[`node_modules/@altis/${name}`] = { resolved: `systems/${name}`, link: true };
  const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  writeFileSync(
    'package-lock.json',
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`,
  );
  const link = join('node_modules/@altis', name);
  mkdirSync('node_modules/@altis', { recursive: true });
  if (!existsSync(link)) symlinkSync(join('../../systems', name), link);
}
