import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTree } from './architecture/read-tree.ts';
import { formatViolation } from './architecture/rule.ts';
import { rules } from './architecture/rules.ts';

const files = readTree(join(import.meta.dirname, '..'));

test.each(rules)('$name: $states', (rule) => {
  const violations = rule.check(files).map((violation) => formatViolation(rule, violation));
  expect(violations.join('\n')).toBe('');
});
