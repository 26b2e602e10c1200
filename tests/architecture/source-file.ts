import { parseSync, Visitor, type ParseResult } from 'oxc-parser';

/** One file of the tree that the rules look at; its syntax is parsed when a rule first asks. */
export type SourceFile = {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly syntax: ParseResult;
  readonly imports: readonly Import[];
};

export type Import = {
  /** As written: './a.ts', '@altis/http', 'pg'. */
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  readonly line: number;
};

/** Makes a source file of a path and a text, from disk or from a test. */
export function sourceFile(path: string, text: string): SourceFile {
  let syntax: ParseResult | undefined;
  let imports: readonly Import[] | undefined;
  return {
    path,
    text,
    get syntax() {
      return (syntax ??= parseSync(path, text));
    },
    get imports() {
      return (imports ??= isScript(path) ? readImports(this) : []);
    },
  };
}

/** TypeScript and JavaScript sources, pages included. */
export function isScript(path: string): boolean {
  return /\.(ts|tsx|mjs|js)$/.test(path);
}

/** Files that only tests and benchmarks load. */
export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path) || /(^|\/)(tests|testing|benchmarks)\//.test(path);
}

/** 1-based line of a character offset. */
export function lineAt(file: SourceFile, offset: number): number {
  return file.text.slice(0, offset).split('\n').length;
}

function readImports(file: SourceFile): Import[] {
  const { module } = file.syntax;
  const found: (Omit<Import, 'line'> & { start: number })[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const isTypeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, isTypeOnly, start });
  }
  for (const { entries, start } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (from) found.push({ specifier: from.value, isTypeOnly: entries.every((entry) => entry.isType), start });
  }
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal') found.push({ specifier: String(source.value), isTypeOnly: false, start });
    },
    TSImportType({ source, start }) {
      found.push({ specifier: source.value, isTypeOnly: true, start });
    },
  }).visit(file.syntax.program);
  return found.map(({ specifier, isTypeOnly, start }) => ({ specifier, isTypeOnly, line: lineAt(file, start) }));
}
