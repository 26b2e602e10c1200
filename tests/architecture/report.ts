// `npm run check` runs this file: prints every violation of the rules of the house and exits with 1 if there is one.
// Another folder than this repository can be given, which is how the rules themselves are tested.
import { join } from 'node:path';
import { readTree } from './read-tree.ts';
import { formatViolation } from './rule.ts';
import { rules } from './rules.ts';

const files = readTree(process.argv[2] ?? join(import.meta.dirname, '../..'));
const lines = rules.flatMap((rule) => rule.check(files).map((violation) => formatViolation(rule, violation)));
process.stdout.write(
  `${[...lines, `${files.length} files, ${rules.length} rules, ${lines.length} violations`].join('\n')}\n`,
);
if (lines.length > 0) process.exitCode = 1;
