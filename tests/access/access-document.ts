import { standardRoles } from '@altis/access';
import type { AccessRoute } from './collect-routes.ts';

/** The table routes × roles as docs/access.md has it. */
export function accessDocument(routes: readonly AccessRoute[]): string {
  const permissions = [...new Map(routes.map((route) => [route.permission, route])).values()].sort((left, right) =>
    left.permission < right.permission ? -1 : 1,
  );
  return `# Who may do what

This page is made from the code by \`node tests/access/write-table.ts\`; \`tests/access.test.ts\` calls every route as every role and fails
when the page is out of date. A route without a rule stops its system at start.

- \`visitor\` is everyone, also signed out; each role holds what stands left of it. A refused visitor hears 401, everybody else 403.
- An API token holds what its owner holds *and* its grants name; nothing else.
- Accounts, passwords and tokens are changed by persons: a token may not, whatever it was granted.
- A system calling another holds what an operator holds, and all of its own.
- A route that is *public* answers everybody alike: it reads no credential, not even a wrong one.
- \`HEAD\` follows \`GET\` where there is one.

## Permissions

${table(
  ['permission', 'allows', ...standardRoles],
  permissions.map((route) => [`\`${route.permission}\``, route.description, ...marks(route)]),
)}

## Routes

${table(
  ['method', 'path', 'permission', ...standardRoles],
  withoutTwins(routes).map((route) => [
    route.method,
    `\`${route.path}\``,
    `\`${route.permission}\`${route.isPublic ? ' (public)' : ''}`,
    ...marks(route),
  ]),
)}
`;
}

/** HEAD stands for itself only where there is no GET. */
function withoutTwins(routes: readonly AccessRoute[]): AccessRoute[] {
  const read = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  return routes.filter(({ method, path }) => method !== 'HEAD' || !read.has(path));
}

function marks({ allowed }: AccessRoute): string[] {
  return standardRoles.map((role) => (allowed[role] ? '✓' : ''));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
