import { Visitor } from 'oxc-parser';
import { platformOrder } from './house.ts';
import { placeOf, readWorkspaces } from './packages.ts';
import type { Rule, Violation } from './rule.ts';
import { isScript, isTest, lineAt, type SourceFile } from './source-file.ts';

export const storeRules: Rule[] = [
  {
    name: 'one-schema-per-system',
    states: 'no SQL and no foreign key reaches into the schema of another system or of the platform',
    check: (files) => {
      const schemas = [
        ...readWorkspaces(files).flatMap(({ layer, name }) => (layer === 'systems' ? [name] : [])),
        ...platformOrder,
        'pgboss',
      ];
      return files
        .filter(({ path }) => isScript(path) && path.startsWith('systems/') && !isTest(path))
        .flatMap((file) =>
          findForeignTables(
            file,
            schemas.filter((schema) => schema !== placeOf(file.path)?.name),
          ),
        );
    },
  },
];

/** Methods of the query builder whose first argument names a table, a column of one, or a schema. */
const tableMethods =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|from|(inner|left|right|full|cross)(Lateral)?Join|(create|alter|drop)(Table|View|Index|Schema)|references|addForeignKeyConstraint|withSchema|table|ref|id)$/;

function findForeignTables(file: SourceFile, foreign: readonly string[]): Violation[] {
  const found: Violation[] = [];
  const report = (start: number, name: string) =>
    found.push({
      file: file.path,
      line: lineAt(file, start),
      fault: `reaches into another schema: ${name}`,
      remedy: 'keep a projection of its events, or call its contract',
    });
  const inSql = tablesInSql(foreign);
  const named = new RegExp(`^(${spellings(foreign)})(\\.\\w|$)`);
  const checkText = (text: string, start: number) => {
    for (const [name] of text.matchAll(inSql)) report(start, name.trim());
  };
  new Visitor({
    TemplateElement: ({ value, start }) => checkText(value.raw, start),
    Literal({ value, start }) {
      if (typeof value === 'string') checkText(value, start);
    },
    CallExpression({ callee, arguments: given }) {
      const [first] = given;
      if (
        callee.type !== 'MemberExpression' ||
        callee.property.type !== 'Identifier' ||
        !tableMethods.test(callee.property.name)
      )
        return;
      if (first?.type !== 'Literal' || typeof first.value !== 'string') return;
      const isTable = callee.property.name === 'withSchema' || first.value.includes('.');
      if (isTable && named.test(first.value)) report(first.start, first.value);
    },
  }).visit(file.syntax.program);
  return found;
}

function tablesInSql(schemas: readonly string[]): RegExp {
  return new RegExp(
    `\\b(from|join|into|update|references|table|truncate|on|using|schema|only)\\s+"?(${spellings(schemas)})"?\\."?\\w+`,
    'gi',
  );
}

/** A schema is the system's name, with hyphens or with underscores. */
function spellings(schemas: readonly string[]): string {
  return schemas.flatMap((schema) => [schema, schema.replaceAll('-', '_')]).join('|');
}
