import { includesRole, standardRoles, type PermissionDeclarations, type StandardRole } from './permission.ts';

export type AccessRow = {
  readonly permission: string;
  readonly description: string;
  readonly allowed: Readonly<Record<StandardRole, boolean>>;
};

/** Permissions × roles, sorted by permission: the table that documentation prints and tests walk through. */
export function accessTable(
  permissions: PermissionDeclarations,
  roles: readonly StandardRole[] = standardRoles,
): AccessRow[] {
  return Object.entries(permissions)
    .map(([permission, declaration]) => ({
      permission,
      description: declaration.description,
      allowed: Object.fromEntries(
        roles.map((role) => [role, declaration.roles.some((asked) => includesRole(role, asked))]),
      ) as Record<StandardRole, boolean>,
    }))
    .sort((a, b) => (a.permission < b.permission ? -1 : 1));
}
