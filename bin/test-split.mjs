// `npm run test:split`: the acceptance suites in one process and in three, on the embedded PostgreSQL and on Debian's.
import { tellProblems } from './problem.mjs';
import { enter, root } from './toolchain.mjs';

await tellProblems(async () => {
  process.chdir(root);
  await enter('tests/split/run-matrix.ts');
});
