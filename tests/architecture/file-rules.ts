import { emptyLastWords, emptyWords, longestFileLines } from './house.ts';
import { readWorkspaces } from './packages.ts';
import type { Rule, Violation } from './rule.ts';
import { isScript, isTest, lineAt, type SourceFile } from './source-file.ts';

/** How files are named and cut. */
export const fileRules: Rule[] = [
  {
    name: 'kebab-case',
    states: 'files and folders are named in kebab-case',
    check: (files) =>
      checkPaths(files, (segment) => {
        if (/^[a-z0-9]+([-_.][a-z0-9]+)*$/.test(segment) && !/[a-z]_/.test(segment)) return;
        if (/^([A-Z]+\.(md|txt)|LICENSE|NOTICE|zh-Han[st]\.json|Dockerfile)$/.test(segment)) return;
        return [`"${segment}" is not kebab-case`, 'rename it: lower case, words joined by hyphens'];
      }),
  },
  {
    name: 'telling-names',
    states: 'no name that says nothing: utils, helpers, common, manager, misc, shared',
    check: (files) =>
      checkPaths(files, (segment) => {
        const words = (segment.split('.')[0] ?? '').split('-');
        const empty = words.find(
          (word, index) => emptyWords.includes(word) || (emptyLastWords.includes(word) && index === words.length - 1),
        );
        return empty ? [`"${segment}" does not say what is inside`, 'name it after what it does'] : undefined;
      }),
  },
  {
    name: 'short-files',
    states: `no file is longer than ${longestFileLines} lines`,
    check: (files) =>
      files.filter(isAuthored).flatMap((file) => {
        const lines = file.text.split('\n').length - 1;
        if (lines <= longestFileLines) return [];
        return [{ file: file.path, fault: `has ${lines} lines`, remedy: 'split it where the subject changes' }];
      }),
  },
  {
    name: 'no-barrels',
    states: 'only a package entry re-exports, and by name',
    check: (files) => {
      const entries = new Set(readWorkspaces(files).flatMap((workspace) => [...workspace.entries.values()]));
      return files.filter(({ path }) => isScript(path)).flatMap((file) => findBarrel(file, entries.has(file.path)));
    },
  },
  {
    name: 'nothing-left-to-do',
    states: 'no notes for later, no commented-out code, no unexplained suppression in a comment',
    check: (files) => files.filter(({ path }) => isScript(path)).flatMap(checkComments),
  },
  {
    name: 'no-copies',
    states: 'no six lines stand in two places',
    check: findCopies,
  },
];

function checkPaths(
  files: readonly SourceFile[],
  judge: (segment: string) => [string, string] | undefined,
): Violation[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const segments = path.split('/');
    return segments.flatMap((segment, index) => {
      const here = segments.slice(0, index + 1).join('/');
      const verdict = seen.has(here) ? undefined : judge(segment);
      seen.add(here);
      return verdict ? [{ file: here, fault: verdict[0], remedy: verdict[1] }] : [];
    });
  });
}

function isAuthored({ path }: SourceFile): boolean {
  return /\.(ts|tsx|mjs|css|sql)$/.test(path);
}

function findBarrel(file: SourceFile, isEntry: boolean): Violation[] {
  const violation = (fault: string, remedy: string): Violation => ({ file: file.path, fault, remedy });
  if (file.syntax.program.body.some(({ type }) => type === 'ExportAllDeclaration'))
    return [violation('exports everything of another file (export *)', 'name what is exported')];
  const { body } = file.syntax.program;
  const reexports = body.filter((statement) => statement.type === 'ExportNamedDeclaration' && statement.source);
  const isBarrel =
    reexports.length > 0 &&
    body.every((statement) => statement.type === 'ImportDeclaration' || reexports.includes(statement));
  return isBarrel && !isEntry ? [violation('only passes on what others export', 'import from where it is made')] : [];
}

const notesForLater = /\b(TODO|FIXME|XXX|HACK)\b/;
const codeInComment =
  /^\s*(import .* from|export |const \w+ =|let \w+|return\b|if \(|for \(|await |console\.|\}|[\w.]+\(.*\);?$).*[;{}]\s*$/;

function checkComments(file: SourceFile): Violation[] {
  return file.syntax.comments.flatMap(({ value, type, start }) => {
    const report = (fault: string, remedy: string) => [{ file: file.path, line: lineAt(file, start), fault, remedy }];
    if (notesForLater.test(value)) return report('a note for later', 'do it now, or open an issue');
    if (type === 'Line' && codeInComment.test(value)) return report('commented-out code', 'delete it; git remembers');
    if (/^\s*@ts-(ignore|nocheck)\b/.test(value)) return report('switches the types off', 'repair the type');
    if (/^\s*(@ts-expect-error|(ox|es)lint-disable)/.test(value) && !/ -- \S/.test(value)) {
      return report('a suppression without its reason', 'repair the cause, or add the reason after " -- "');
    }
    return [];
  });
}

const copyLines = 6;
const copyCharacters = 200;

/** Compares all stretches of six lines that carry meaning, as they stand without indentation; imports do not count. */
function findCopies(files: readonly SourceFile[]): Violation[] {
  const firstAt = new Map<string, { path: string; line: number }>();
  const found: Violation[] = [];
  for (const file of files.filter(({ path }) => isScript(path) && !isTest(path))) {
    const lines = meaningfulLines(file);
    let coveredTo = 0;
    for (let index = 0; index + copyLines <= lines.length; index += 1) {
      const stretch = lines.slice(index, index + copyLines);
      const text = stretch.map(({ content }) => content).join('\n');
      const [first] = stretch;
      if (text.length < copyCharacters || !first) continue;
      const earlier = firstAt.get(text);
      firstAt.set(text, earlier ?? { path: file.path, line: first.line });
      if (!earlier || index < coveredTo) continue;
      coveredTo = index + copyLines;
      const remedy = 'keep one and import it';
      found.push({
        file: file.path,
        line: first.line,
        fault: `repeats six lines of ${earlier.path}:${earlier.line}`,
        remedy,
      });
    }
  }
  return found;
}

function meaningfulLines(file: SourceFile): { content: string; line: number }[] {
  let code = file.text;
  const skipped = [...file.syntax.comments, ...file.syntax.module.staticImports];
  for (const { start, end } of skipped)
    code = code.slice(0, start) + code.slice(start, end).replaceAll(/[^\n]/g, ' ') + code.slice(end);
  return code
    .split('\n')
    .map((content, index) => ({ content: content.trim(), line: index + 1 }))
    .filter(({ content }) => /\w/.test(content) && !content.includes('import('));
}
