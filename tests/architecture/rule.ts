import type { SourceFile } from './source-file.ts';

/** One rule of the house: a pure function over the files of the tree. */
export type Rule = {
  /** kebab-case; appears in messages and test names. */
  readonly name: string;
  /** The rule as a sentence. */
  readonly states: string;
  check(files: readonly SourceFile[]): Violation[];
};

export type Violation = {
  readonly file: string;
  readonly line?: number;
  /** What is wrong. */
  readonly fault: string;
  /** What to do instead. */
  readonly remedy: string;
};

/** `systems/results/domain/rank.ts:3 [domain-is-pure] imports node:fs → pass the data in` */
export function formatViolation(rule: Rule, { file, line, fault, remedy }: Violation): string {
  return `${file}${line === undefined ? '' : `:${line}`} [${rule.name}] ${fault} → ${remedy}`;
}
