import { Visitor } from 'oxc-parser';
import { irregularParticiples, jobVerbs } from './house.ts';
import { placeOf, roomOf } from './packages.ts';
import type { Rule, Violation } from './rule.ts';
import { isScript, isTest, lineAt, type SourceFile } from './source-file.ts';

/** Events state what happened, jobs say what to do. */
export const factRules: Rule[] = [
  {
    name: 'events-are-facts',
    states: 'events are named <system>.<subject>.<past participle>.v<N> (moment.named.v1)',
    check: (files) => files.filter(isPublishedScript).flatMap(checkEventNames),
  },
  {
    name: 'jobs-are-imperatives',
    states: 'jobs are named verb-noun (cut-clip), in a file of that name',
    check: (files) =>
      files.filter(({ path }) => isScript(path) && !isTest(path) && path.startsWith('systems/')).flatMap(checkJobNames),
  },
];

function isPublishedScript({ path }: SourceFile): boolean {
  return isScript(path) && !isTest(path) && (roomOf(path) === 'contract' || path.startsWith('platform/'));
}

function checkEventNames(file: SourceFile): Violation[] {
  const system = placeOf(file.path)?.name;
  return objectsWith(file, ['name', 'payload']).flatMap(({ name, start }) => {
    const [, owner, participle] = /^([a-z][a-z-]*)\.(?:[a-z][a-z-]*\.)+([a-z]+)\.v[1-9]\d*$/.exec(name) ?? [];
    const isPast = participle !== undefined && (participle.endsWith('ed') || irregularParticiples.includes(participle));
    if (isPast && owner === system) return [];
    const remedy = `name it ${system}.<subject>.<what was done>.v1; unusual participles are listed in tests/architecture/house.ts`;
    return [
      {
        file: file.path,
        line: lineAt(file, start),
        fault: `the event "${name}" is not a fact of ${system} in the past tense`,
        remedy,
      },
    ];
  });
}

function checkJobNames(file: SourceFile): Violation[] {
  const names: { name: string; start: number }[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      const [first] = given;
      if (callee.type !== 'Identifier' || callee.name !== 'defineJob' || first?.type !== 'ObjectExpression') return;
      names.push(...objectsWith(file, ['name']).filter(({ start }) => start === first.start));
    },
  }).visit(file.syntax.program);
  return names.flatMap(({ name, start }) => {
    const line = lineAt(file, start);
    const [verb = '', noun] = name.split('-');
    const faults: Violation[] = [];
    if (!noun || !jobVerbs.includes(verb)) {
      faults.push({
        file: file.path,
        line,
        fault: `the job "${name}" is no order`,
        remedy: 'name it verb-noun; verbs are listed in tests/architecture/house.ts',
      });
    }
    if (!file.path.endsWith(`/jobs/${name}.ts`)) {
      faults.push({
        file: file.path,
        line,
        fault: `the job "${name}" is defined here`,
        remedy: `define it in jobs/${name}.ts`,
      });
    }
    return faults;
  });
}

/** Object literals that have all the given properties, with the text of `name` where that is a plain string. */
function objectsWith(file: SourceFile, properties: readonly string[]): { name: string; start: number }[] {
  const found: { name: string; start: number }[] = [];
  new Visitor({
    ObjectExpression(object) {
      const values = new Map(
        object.properties.flatMap((property) =>
          property.type === 'Property' && property.key.type === 'Identifier'
            ? [[property.key.name, property.value] as const]
            : [],
        ),
      );
      const name = values.get('name');
      if (
        !properties.every((property) => values.has(property)) ||
        name?.type !== 'Literal' ||
        typeof name.value !== 'string'
      )
        return;
      found.push({ name: name.value, start: object.start });
    },
  }).visit(file.syntax.program);
  return found;
}
