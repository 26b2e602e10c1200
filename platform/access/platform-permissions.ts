import type { PermissionDeclarations } from './permission.ts';

/** What the platform's own routes and pages ask for. */
export const platformPermissions = {
  'platform.session.use': { description: 'Sign in and out, and see who is signed in', roles: ['visitor'] },
  'platform.systems.read': { description: 'See which systems there are and whether they run', roles: ['visitor'] },
  'platform.changes.read': { description: 'Be told when something on a page changed', roles: ['visitor'] },
  'platform.profile.manage': { description: 'Change your own name and password', roles: ['member'] },
  'platform.tokens.manage': { description: 'Make and revoke your own API tokens', roles: ['member'] },
  'platform.uploads.create': { description: 'Upload files', roles: ['operator'] },
  'platform.jobs.read': { description: 'See the jobs and their progress', roles: ['operator'] },
  'platform.jobs.manage': { description: 'Retry and cancel jobs', roles: ['operator'] },
  'platform.users.manage': { description: 'Invite people, give roles, disable accounts', roles: ['administrator'] },
  'platform.audit.read': { description: 'Read and verify the audit', roles: ['administrator'] },
  'platform.metrics.read': { description: 'Read the metrics', roles: ['administrator'] },
} as const satisfies PermissionDeclarations;
