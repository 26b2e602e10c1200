import type { PermissionDeclarations } from '@altis/access';

export const permissions = {
  'media-archive.item.read': { description: 'Search, watch and download what the archive keeps', roles: ['member'] },
  'media-archive.import.create': { description: 'Import videos and see the imports', roles: ['operator'] },
} as const satisfies PermissionDeclarations;
