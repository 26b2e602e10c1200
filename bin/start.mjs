// `npm start`: the whole Games cloud with the demo Games; arguments go to apps/server/main.ts.
import { join, resolve } from 'node:path';
import { isWritable } from './folders.mjs';
import { Problem, tellProblems } from './problem.mjs';
import { enter, root } from './toolchain.mjs';

await tellProblems(async () => {
  process.chdir(root);
  const data = resolve(process.env.ALTIS_DATA || join(root, 'data'));
  if (!isWritable(data)) {
    throw new Problem(
      `This user may not write to the data folder ${data}.`,
      'Set ALTIS_DATA to a folder of your own: ALTIS_DATA=/path npm start',
    );
  }
  await enter('apps/server/main.ts');
});
