import type { PermissionDeclarations } from '@altis/access';

export const permissions = {
  'media-description.session.read': { description: 'Watch sessions, moments and clips', roles: ['member'] },
  'media-description.session.create': { description: 'Describe recordings and set their start', roles: ['operator'] },
  'media-description.moment.mark': { description: 'Mark moments by hand and set their bounds', roles: ['operator'] },
} as const satisfies PermissionDeclarations;
