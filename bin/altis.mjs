// `npm run altis -- <command>` or `node bin/altis.mjs <command>`: the command line; commands live in apps/cli.
import { tellProblems } from './problem.mjs';
import { enter } from './toolchain.mjs';

await tellProblems(() => enter('apps/cli/main.ts'));
