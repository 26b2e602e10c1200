/** The standard roles, each holding all that the former ones hold. A visitor is anybody, also signed out. */
export const standardRoles = ['visitor', 'member', 'operator', 'administrator'] as const;
export type StandardRole = (typeof standardRoles)[number];

/** What one permission allows, in words, and the least of the standard roles that hold it. */
export type PermissionDeclaration = { readonly description: string; readonly roles: readonly StandardRole[] };

/** The permissions of one system by name: `{ 'results.message.send': { description, roles: ['operator'] } }`. */
export type PermissionDeclarations = Readonly<Record<string, PermissionDeclaration>>;

/** Whether a holder of `held` has all that `asked` has. */
export function includesRole(held: string, asked: StandardRole): boolean {
  const rank = standardRoles.findIndex((role) => role === held);
  return rank >= standardRoles.indexOf(asked);
}

/** What is wrong with a declaration, or undefined. Names are `system.thing.verb` in lower case. */
export function flawOf(name: string, declaration: PermissionDeclaration): string | undefined {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){1,3}$/.test(name)) return `"${name}" must read like "results.message.send"`;
  if (declaration.description.trim() === '') return `"${name}" needs a description`;
  if (declaration.roles.length === 0) return `"${name}" needs at least one role`;
  const stranger = declaration.roles.find((role) => !standardRoles.includes(role));
  return stranger === undefined
    ? undefined
    : `"${name}" names "${stranger}", which is none of ${standardRoles.join(', ')}`;
}
