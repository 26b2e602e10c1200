export { createAccess, type Access, type AccessSource, type AttributeRule, type Decision } from './access.ts';
export { accessTable, type AccessRow } from './access-table.ts';
export {
  standardRoles,
  type PermissionDeclaration,
  type PermissionDeclarations,
  type StandardRole,
} from './permission.ts';
export { platformPermissions } from './platform-permissions.ts';
