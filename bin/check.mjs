// `npm run check`: types, lint, format, boundaries and unused code, without the tests.
import { checksOf, runChecks } from './checks.mjs';
import { tellProblems } from './problem.mjs';
import { prepare, root } from './toolchain.mjs';

await tellProblems(async () => {
  const checks = checksOf(await prepare(), root);
  const failed = await runChecks(checks, root);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) process.exitCode = 1;
});
