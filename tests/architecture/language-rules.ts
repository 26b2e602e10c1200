import { Visitor, type Declaration, type Expression, type TSType } from 'oxc-parser';
import { demandedParents } from './house.ts';
import type { Rule, Violation } from './rule.ts';
import { isScript, isTest, lineAt, type SourceFile } from './source-file.ts';

/** Which parts of the language are used. */
export const languageRules: Rule[] = [
  {
    name: 'no-unchecked-casts',
    states: 'no any, no cast of what comes from outside; a cast through unknown says in a comment above why it holds',
    check: (files) => eachScript(files, findCasts),
  },
  {
    name: 'erasable-syntax',
    states: 'no enums, namespaces, decorators and parameter properties: Node only strips types',
    check: (files) => eachScript(files, findUnerasable),
  },
  {
    name: 'classes-hold-state',
    states: 'a class holds state, and inherits only from Error (or a React error boundary from Component)',
    check: (files) => eachScript(files, findIdleClasses),
  },
  {
    name: 'named-exports',
    states: 'exports have names; default exports only where a tool demands them',
    check: (files) => eachScript(files, findDefaultExports),
  },
  {
    name: 'exports-are-documented',
    states:
      'exported functions of libraries, platform, contracts and domain have doc comments (components tell by their props)',
    check: (files) => eachScript(files, findUndocumented),
  },
  {
    name: 'units-in-names',
    states: 'numbers with a unit carry it in their name (durationMs, sizeBytes)',
    check: (files) => eachScript(files, findUnitless),
  },
];

type Report = (at: { start: number }, fault: string, remedy: string) => void;

function eachScript(files: readonly SourceFile[], find: (file: SourceFile, report: Report) => void): Violation[] {
  const found: Violation[] = [];
  for (const file of files.filter(({ path }) => isScript(path))) {
    find(file, ({ start }, fault, remedy) => found.push({ file: file.path, line: lineAt(file, start), fault, remedy }));
  }
  return found;
}

function findCasts(file: SourceFile, report: Report): void {
  new Visitor({
    TSAnyKeyword: (node) => report(node, 'uses any', 'write the type, or unknown and narrow it'),
    TSTypeAssertion: (node) => report(node, 'casts with <…>', 'narrow the type, or parse with zod'),
    TSAsExpression(node) {
      if (isTest(file.path) || isConst(node.typeAnnotation)) return;
      const inner = withoutParentheses(node.expression);
      if (isFromOutside(inner)) report(node, 'casts what comes from outside', 'parse it with zod');
      const isBlind =
        node.typeAnnotation.type === 'TSNeverKeyword' ||
        (inner.type === 'TSAsExpression' && inner.typeAnnotation.type === 'TSUnknownKeyword');
      if (isBlind && !isExplained(file, node.start)) {
        report(
          node,
          'casts through unknown',
          'narrow the type, parse with zod, or say in a comment above why it holds',
        );
      }
    },
  }).visit(file.syntax.program);
}

/** A comment stands on the line before, or on the same line. */
function isExplained(file: SourceFile, start: number): boolean {
  const line = lineAt(file, start);
  return file.syntax.comments.some(({ end }) => [line - 1, line].includes(lineAt(file, end)));
}

function isConst(type: TSType): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';
}

function withoutParentheses(expression: Expression): Expression {
  return expression.type === 'ParenthesizedExpression' ? withoutParentheses(expression.expression) : expression;
}

function isFromOutside(expression: Expression): boolean {
  const inner = expression.type === 'AwaitExpression' ? withoutParentheses(expression.argument) : expression;
  if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return false;
  const { object, property } = inner.callee;
  if (property.type !== 'Identifier') return false;
  return (
    property.name === 'json' || (property.name === 'parse' && object.type === 'Identifier' && object.name === 'JSON')
  );
}

function findUnerasable(file: SourceFile, report: Report): void {
  new Visitor({
    TSEnumDeclaration: (node) => report(node, 'declares an enum', 'use a union of strings'),
    TSParameterProperty: (node) =>
      report(node, 'declares a property in the constructor’s parameters', 'declare and assign it'),
    Decorator: (node) => report(node, 'uses a decorator', 'call a function'),
    TSModuleDeclaration(node) {
      if (!node.declare && node.kind === 'namespace') report(node, 'declares a namespace', 'use a file');
    },
  }).visit(file.syntax.program);
}

function findIdleClasses(file: SourceFile, report: Report): void {
  new Visitor({
    ClassDeclaration(node) {
      const parent =
        node.superClass && file.text.slice(node.superClass.start, node.superClass.end).replace(/^.*\./, '');
      const demandedIn = parent ? demandedParents[parent] : undefined;
      const isDemanded = demandedIn !== undefined && file.path.startsWith(`${demandedIn}/`);
      if (parent && !isDemanded && !/(Error|Problem)$/.test(parent))
        report(node, `inherits from ${parent}`, 'hold one and call it');
      const holdsState = node.body.body.some((member) => member.type === 'PropertyDefinition' && !member.static);
      if (!parent && !holdsState) report(node, 'is a class without state', 'use functions');
    },
  }).visit(file.syntax.program);
}

function findDefaultExports(file: SourceFile, report: Report): void {
  if (/\.(config|d)\.ts$/.test(file.path)) return;
  new Visitor({
    ExportDefaultDeclaration: (node) => report(node, 'exports a default', 'give it a name'),
  }).visit(file.syntax.program);
}

function findUndocumented(file: SourceFile, report: Report): void {
  if (
    !/^(libraries|platform)\/|^systems\/[^/]+\/(contract|domain)\//.test(file.path) ||
    isTest(file.path) ||
    file.path.endsWith('.tsx')
  )
    return;
  for (const statement of file.syntax.program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue;
    const name = functionName(statement.declaration);
    if (name && !hasDocComment(file, statement.start))
      report(
        statement,
        `${name} is exported without a doc comment`,
        'say what it gives, in which units, and how it fails',
      );
  }
}

function functionName(declaration: Declaration): string | undefined {
  if (declaration.type === 'FunctionDeclaration') return declaration.id?.name;
  if (declaration.type !== 'VariableDeclaration') return undefined;
  const [first] = declaration.declarations;
  return first?.init?.type === 'ArrowFunctionExpression' && first.id.type === 'Identifier' ? first.id.name : undefined;
}

function hasDocComment(file: SourceFile, start: number): boolean {
  return file.syntax.comments.some(
    ({ type, value, end }) =>
      type === 'Block' && value.startsWith('*') && end <= start && file.text.slice(end, start).trim() === '',
  );
}

const unitless =
  /(^|[a-z])(duration|timeout|interval|delay|latency|ttl|Duration|Timeout|Interval|Delay|Latency|Ttl|Bitrate|bitrate)$/;

function findUnitless(file: SourceFile, report: Report): void {
  new Visitor({
    TSPropertySignature({ key, typeAnnotation, start }) {
      if (
        key.type !== 'Identifier' ||
        !unitless.test(key.name) ||
        typeAnnotation?.typeAnnotation.type !== 'TSNumberKeyword'
      )
        return;
      report({ start }, `${key.name} does not tell its unit`, `name it ${key.name}Ms, or with the unit it has`);
    },
    Property({ key, value, start }) {
      if (key.type !== 'Identifier' || !unitless.test(key.name)) return;
      if (file.text.slice(value.start, value.end).startsWith('z.number()'))
        report({ start }, `${key.name} does not tell its unit`, `name it ${key.name}Ms, or with the unit it has`);
    },
  }).visit(file.syntax.program);
}
