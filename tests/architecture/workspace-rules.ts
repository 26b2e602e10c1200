import { dependencyFields, placeOf, readPackageJson } from './packages.ts';
import type { Rule, Violation } from './rule.ts';
import type { SourceFile } from './source-file.ts';

/** What package.json files say. */
export const workspaceRules: Rule[] = [
  {
    name: 'dependencies-at-the-root',
    states: 'third-party packages are listed in the root package.json only, in exact versions',
    check: (files) => files.filter(({ path }) => /(^|\/)package\.json$/.test(path)).flatMap(checkDependencies),
  },
  {
    name: 'packages-are-named',
    states: 'a package is called @altis/<its folder>, is private and an ES module',
    check: (files) =>
      files.flatMap((file) => {
        const place = placeOf(file.path);
        if (!place || file.path !== `${place.id}/package.json`) return [];
        const { name, private: isPrivate, type } = readPackageJson(file);
        // The browser package is @altis/web; the app that mounts it stands beside it.
        const wanted = place.id === 'apps/web' ? '@altis/web-app' : `@altis/${place.name}`;
        if (name === wanted && isPrivate && type === 'module') return [];
        return [
          {
            file: file.path,
            fault: 'is not named like its folder',
            remedy: `write "name": "${wanted}", "private": true, "type": "module"`,
          },
        ];
      }),
  },
];

function checkDependencies(file: SourceFile): Violation[] {
  const packageJson = readPackageJson(file);
  return dependencyFields.flatMap((field) =>
    Object.entries(packageJson[field]).flatMap(([name, version]) => {
      if (file.path !== 'package.json')
        return [{ file: file.path, fault: `lists ${name}`, remedy: 'list it in the root package.json' }];
      if (/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) return [];
      return [{ file: file.path, fault: `${name} is wanted as "${version}"`, remedy: 'write one exact version' }];
    }),
  );
}
