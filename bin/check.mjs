// `npm run check`: types, lint, format, boundaries and unused code, without the tests. `npm run check -- lint` runs one of them.
import { checksOf, runChecks } from './checks.mjs';
import { Problem, tellProblems } from './problem.mjs';
import { prepare, root } from './toolchain.mjs';

await tellProblems(async () => {
  const all = checksOf(await prepare(), root);
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !all.some((check) => check.name === name));
  if (unknown)
    throw new Problem(`There is no check named "${unknown}".`, `Checks are: ${all.map(({ name }) => name).join(', ')}`);
  const checks = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  const failed = await runChecks(checks, root);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exitCode = 1;
});
